package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.FOLDED_LEAD;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.MERGE;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.privacy.Subject;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Visible;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Somebody who asks what is kept about them, or to be forgotten: by all the pool knows them by. */
@Service
public class DataSubjects {

  private static final List<Fact> PHONES = List.of(Fact.PHONE, Fact.OTHER_PHONE, Fact.FORMER_PHONE);
  private static final List<Fact> EMAILS = List.of(Fact.EMAIL, Fact.OTHER_EMAIL, Fact.FORMER_EMAIL);

  private final DSLContext dsl;
  private final LeadStore leads;
  private final People people;
  private final Database database;

  DataSubjects(DSLContext dsl, LeadStore leads, People people, Database database) {
    this.dsl = dsl;
    this.leads = leads;
    this.people = people;
    this.database = database;
  }

  /** The person of a lead. Whoever asks must see all their leads: an answer in part is wrong. */
  @Transactional(readOnly = true)
  public Subject of(UUID lead, Caller who) {
    Subject person = seen(lead, who);
    for (UUID one : person.people()) {
      if (leads.ofPerson(one, Visible.everything()).size()
          != leads.ofPerson(one, who.visible()).size()) {
        throw new Problem(LeadsProblem.PERSON_SEEN_IN_PART);
      }
    }
    return person;
  }

  /** The same, for whoever sees the lead: not everything about the person is theirs to see. */
  @Transactional(readOnly = true)
  public Subject seen(UUID lead, Caller who) {
    return known(people(lead, who));
  }

  /** As {@link #of}; nothing more comes in about anybody until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Subject holding(UUID lead, Caller who) {
    database.lock("leads.intake");
    return of(lead, who);
  }

  /** The person whose lead it is, with all who were merged into them. */
  @Transactional(readOnly = true)
  public Set<UUID> people(UUID lead, Caller who) {
    return everyone(
        leads
            .find(lead, who.visible())
            .orElseThrow(() -> new Problem(LeadsProblem.LEAD_NOT_FOUND))
            .personId());
  }

  private Set<UUID> everyone(UUID person) {
    return people.everyone(people.current(List.of(person)).getOrDefault(person, person));
  }

  private Subject known(Set<UUID> everyone) {
    UUID[] ids = everyone.toArray(UUID[]::new);
    Set<String> phones = new LinkedHashSet<>();
    Set<String> emails = new LinkedHashSet<>();
    Set<String> identities = new LinkedHashSet<>();
    Set<UUID> visitors = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    dsl.select(IDENTIFIER.KIND, IDENTIFIER.VALUE)
        .from(IDENTIFIER)
        .where(IDENTIFIER.PERSON_ID.eq(any(ids)))
        .forEach(row -> {
          switch (row.value1()) {
            case "phone" -> phones.add(row.value2());
            case "email" -> emails.add(row.value2().toLowerCase(Locale.ROOT));
            case "cookie" -> add(visitors, row.value2());
            default -> identities.add(row.value2());
          }
        });
    dsl.select(PERSON.NAME, PERSON.PHONE, PERSON.EMAIL)
        .from(PERSON)
        .where(PERSON.ID.eq(any(ids)))
        .forEach(row -> {
          add(names, row.value1());
          add(phones, row.value2());
          add(emails, row.value3());
        });
    dsl.select(MERGE.MERGED_NAME, MERGE.SURVIVOR_NAME)
        .from(MERGE)
        .where(MERGE.MERGED_ID.eq(any(ids)).and(MERGE.SURVIVOR_ID.eq(any(ids))))
        .forEach(row -> {
          add(names, row.value1());
          add(names, row.value2());
        });
    Set<Subject.FileRow> rows = new HashSet<>();
    Field<String> name = told(Fact.NAME);
    dsl.select(SOURCE_RECORD.IMPORT_ID, SOURCE_RECORD.ROW_NUMBER, name)
        .select(PHONES.stream().map(DataSubjects::told).toList())
        .select(EMAILS.stream().map(DataSubjects::told).toList())
        .from(LINK)
        .join(SOURCE_RECORD)
        .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
        .where(LINK.PERSON_ID.eq(any(ids)))
        .forEach(row -> {
          add(names, row.get(name));
          PHONES.forEach(fact -> add(phones, row.get(told(fact))));
          EMAILS.forEach(fact -> add(emails, row.get(told(fact))));
          UUID file = row.get(SOURCE_RECORD.IMPORT_ID);
          Long line = row.get(SOURCE_RECORD.ROW_NUMBER);
          if (file != null && line != null) {
            rows.add(new Subject.FileRow(file, line));
          }
        });
    Set<UUID> leadIds = leadsOf(ids);
    Set<UUID> things = new LinkedHashSet<>(everyone);
    things.addAll(leadIds);
    return new Subject(
        everyone, leadIds, phones, emails, identities, visitors, names, rows, things);
  }

  private static Field<String> told(Fact fact) {
    return jsonbGetAttributeAsText(SOURCE_RECORD.FIELDS, inline(fact.word())).as(fact.word());
  }

  private Set<UUID> leadsOf(UUID[] everyone) {
    Set<UUID> all =
        new HashSet<>(
            dsl.select(LEAD.ID)
                .from(LEAD)
                .where(LEAD.PERSON_ID.eq(any(everyone)))
                .fetchSet(LEAD.ID));
    all.addAll(
        dsl.selectDistinct(LINK.LEAD_ID)
            .from(LINK)
            .where(LINK.PERSON_ID.eq(any(everyone)))
            .and(LINK.LEAD_ID.isNotNull())
            .and(LINK.SUPERSEDED_AT.isNull())
            .fetchSet(LINK.LEAD_ID));
    Set<UUID> last = all;
    while (!last.isEmpty()) {
      last =
          new HashSet<>(
              dsl.select(FOLDED_LEAD.LEAD_ID)
                  .from(FOLDED_LEAD)
                  .where(FOLDED_LEAD.INTO_ID.eq(any(last.toArray(UUID[]::new))))
                  .fetch(FOLDED_LEAD.LEAD_ID));
      last.removeAll(all);
      all.addAll(last);
    }
    return all;
  }

  private static void add(Collection<String> to, @Nullable String told) {
    if (told != null && !told.isBlank()) {
      to.add(told.strip());
    }
  }

  private static void add(Set<UUID> to, String cookie) {
    try {
      to.add(UUID.fromString(cookie));
    } catch (IllegalArgumentException e) {
      // a cookie of another kind is nobody's visitor
    }
  }
}
