package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.max;

import io.leadwell.base.platform.Ids;
import io.leadwell.pool.leads.Golden.Live;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the golden fields of people and their leads anew from the live records: after a
 * correction, an edit, an undo. What no record tells any more disappears.
 */
@Component
class Refolding {

  private final DSLContext dsl;
  private final RecordStore records;
  private final CompanyStore companies;

  Refolding(DSLContext dsl, RecordStore records, CompanyStore companies) {
    this.dsl = dsl;
    this.records = records;
    this.companies = companies;
  }

  void people(Collection<UUID> people) {
    if (people.isEmpty()) {
      return;
    }
    Map<UUID, List<Live>> byPerson =
        records.live(people).stream().collect(Collectors.groupingBy(Live::personId));
    Map<UUID, Instant> lastTouch = lastTouches(people);
    List<Query> writes = new ArrayList<>();
    forgetContacts(people);
    dsl.deleteFrom(EMPLOYMENT)
        .where(EMPLOYMENT.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .execute();
    byPerson.forEach((person, live) -> {
      person(writes, person, live);
      contacts(writes, person, live);
      employments(writes, person, live);
      live.stream()
          .filter(record -> record.leadId() != null)
          .collect(Collectors.groupingBy(record -> Objects.requireNonNull(record.leadId())))
          .forEach((lead, told) -> lead(writes, lead, told, lastTouch.get(lead)));
    });
    dsl.batch(writes).execute();
  }

  private void person(List<Query> writes, UUID person, List<Live> live) {
    Golden golden = Golden.fold(live);
    SearchText search =
        SearchText.of(
            golden.get(Fact.NAME),
            golden.get(Fact.COMPANY),
            golden.get(Fact.PHONE),
            golden.get(Fact.EMAIL));
    writes.add(
        dsl.update(PERSON)
            .set(PERSON.NAME, golden.get(Fact.NAME))
            .set(PERSON.TITLE, golden.get(Fact.TITLE))
            .set(PERSON.PHONE, golden.get(Fact.PHONE))
            .set(PERSON.EMAIL, golden.get(Fact.EMAIL))
            .set(PERSON.COMPANY_ID, company(golden))
            .set(PERSON.PROVINCE, golden.get(Fact.PROVINCE))
            .set(PERSON.CITY, golden.get(Fact.CITY))
            .set(PERSON.SEARCH_TEXT, search.text())
            .set(PERSON.GRAMS, search.grams())
            .where(PERSON.ID.eq(person)));
  }

  private void lead(List<Query> writes, UUID lead, List<Live> told, @Nullable Instant lastTouch) {
    Golden golden = Golden.fold(told);
    String contact = golden.get(Fact.FIRST_CONTACT_AT);
    Instant firstContact =
        contact == null
            ? told.stream().map(Live::receivedAt).min(Comparator.naturalOrder()).orElseThrow()
            : Instant.parse(contact);
    writes.add(
        dsl.update(LEAD)
            .set(LEAD.COMPANY_ID, company(golden))
            .set(LEAD.BUSINESS_LINE, Objects.requireNonNullElse(golden.get(Fact.BUSINESS_LINE), ""))
            .set(LEAD.CHANNEL_ID, golden.id(Fact.CHANNEL_ID))
            .set(LEAD.CAMPAIGN_ID, golden.id(Fact.CAMPAIGN_ID))
            .set(LEAD.CONTENT, golden.get(Fact.CONTENT))
            .set(LEAD.SOURCE_CLASS, golden.get(Fact.SOURCE_CLASS))
            .set(LEAD.INDUSTRY, golden.get(Fact.INDUSTRY))
            .set(LEAD.PROVINCE, golden.get(Fact.PROVINCE))
            .set(LEAD.CITY, golden.get(Fact.CITY))
            .set(LEAD.OWNER_ID, golden.id(Fact.OWNER_ID))
            .set(LEAD.SDR_ID, golden.id(Fact.SDR_ID))
            .set(LEAD.NOTE, golden.get(Fact.NOTE))
            .set(LEAD.FIRST_CONTACT_AT, firstContact)
            .set(
                LEAD.LAST_TOUCH_AT,
                lastTouch == null || lastTouch.isBefore(firstContact) ? firstContact : lastTouch)
            .where(LEAD.ID.eq(lead)));
  }

  /** Typed contacts are what records tell; verified ones have a life of their own. */
  private void forgetContacts(Collection<UUID> people) {
    dsl.deleteFrom(IDENTIFIER)
        .where(IDENTIFIER.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .and(IDENTIFIER.TRUST.eq("B"))
        .and(IDENTIFIER.KIND.in("phone", "email"))
        .execute();
  }

  private void contacts(List<Query> writes, UUID person, List<Live> live) {
    Set<String> written = new HashSet<>();
    live.stream()
        .sorted(Comparator.comparing(Live::receivedAt).thenComparing(Live::recordId))
        .forEach(record -> {
          contact(writes, written, "phone", person, record, record.facts().get(Fact.PHONE));
          contact(writes, written, "email", person, record, record.facts().get(Fact.EMAIL));
        });
  }

  private void contact(
      List<Query> writes,
      Set<String> written,
      String kind,
      UUID person,
      Live record,
      @Nullable String value) {
    if (value != null && written.add(kind + value)) {
      writes.add(
          dsl.insertInto(IDENTIFIER)
              .set(IDENTIFIER.ID, Ids.next())
              .set(IDENTIFIER.KIND, kind)
              .set(IDENTIFIER.VALUE, value)
              .set(IDENTIFIER.PERSON_ID, person)
              .set(IDENTIFIER.TRUST, "B")
              .set(IDENTIFIER.RECORD_ID, record.recordId())
              .set(IDENTIFIER.FIRST_SEEN_AT, record.receivedAt())
              .set(IDENTIFIER.LAST_SEEN_AT, record.receivedAt())
              .onConflictDoNothing());
    }
  }

  /** A change of company is a new row; the one before ends where it begins. */
  private void employments(List<Query> writes, UUID person, List<Live> live) {
    UUID current = null;
    List<Map.Entry<UUID, Live>> spells = new ArrayList<>();
    for (Live record : live.stream().sorted(Golden.WEAKEST_FIRST).toList()) {
      String name = record.facts().get(Fact.COMPANY);
      UUID company = name == null ? null : companies.find(name);
      if (company != null && !company.equals(current)) {
        spells.add(Map.entry(company, record));
        current = company;
      }
    }
    for (int i = 0; i < spells.size(); i++) {
      Live record = spells.get(i).getValue();
      Instant until = i + 1 < spells.size() ? spells.get(i + 1).getValue().receivedAt() : null;
      writes.add(
          dsl.insertInto(EMPLOYMENT)
              .set(EMPLOYMENT.ID, Ids.next())
              .set(EMPLOYMENT.PERSON_ID, person)
              .set(EMPLOYMENT.COMPANY_ID, spells.get(i).getKey())
              .set(EMPLOYMENT.TITLE, record.facts().get(Fact.TITLE))
              .set(EMPLOYMENT.RECORD_ID, record.recordId())
              .set(EMPLOYMENT.VALID_FROM, record.receivedAt())
              .set(EMPLOYMENT.VALID_TO, until));
    }
  }

  private @Nullable UUID company(Golden golden) {
    String name = golden.get(Fact.COMPANY);
    return name == null ? null : companies.find(name);
  }

  private Map<UUID, Instant> lastTouches(Collection<UUID> people) {
    Map<UUID, Instant> last = new HashMap<>();
    dsl.select(TOUCH.LEAD_ID, max(TOUCH.HAPPENED_AT))
        .from(TOUCH)
        .where(TOUCH.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .and(TOUCH.WITHDRAWN_AT.isNull())
        .and(TOUCH.LEAD_ID.isNotNull())
        .groupBy(TOUCH.LEAD_ID)
        .forEach(row -> last.put(row.value1(), row.value2()));
    return last;
  }
}
