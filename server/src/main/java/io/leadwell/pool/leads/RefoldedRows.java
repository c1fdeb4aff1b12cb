package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.EMPLOYMENT;

import io.leadwell.base.platform.Ids;
import io.leadwell.pool.leads.Golden.Live;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The rows a fold of records comes to, ready to be written. */
final class RefoldedRows {

  static final List<Field<?>> EMPLOYMENT_COLUMNS =
      List.of(
          EMPLOYMENT.ID,
          EMPLOYMENT.PERSON_ID,
          EMPLOYMENT.COMPANY_ID,
          EMPLOYMENT.TITLE,
          EMPLOYMENT.RECORD_ID,
          EMPLOYMENT.VALID_FROM,
          EMPLOYMENT.VALID_TO);

  /** A phone or mailbox that stays the person's whatever records tell. */
  record Verified(UUID person, String kind, String value) {}

  private final Map<String, UUID> companies;
  private final Map<UUID, Instant> lastTouches;
  private final SurvivorshipRules rules;
  private final Set<String> contactsKept = new HashSet<>();
  private final Map<UUID, Set<String>> ways = new HashMap<>();
  private final List<Object[]> people = new ArrayList<>();
  private final List<Object[]> leads = new ArrayList<>();
  private final List<Object[]> identifiers = new ArrayList<>();
  private final List<Object[]> employments = new ArrayList<>();

  RefoldedRows(
      Map<String, UUID> companies,
      Map<UUID, Instant> lastTouches,
      List<Verified> verified,
      SurvivorshipRules rules) {
    this.rules = rules;
    this.companies = companies;
    this.lastTouches = lastTouches;
    for (Verified way : verified) {
      contactsKept.add(contactKey(way.person(), way.kind(), way.value()));
      ways.computeIfAbsent(way.person(), _ -> new LinkedHashSet<>()).add(way.value());
    }
  }

  List<Object[]> people() {
    return people;
  }

  List<Object[]> leads() {
    return leads;
  }

  List<Object[]> identifiers() {
    return identifiers;
  }

  List<Object[]> employments() {
    return employments;
  }

  void person(UUID person, List<Live> all) {
    List<Live> told = FormerWays.settled(all);
    Golden golden = Golden.fold(told, rules);
    contacts(person, told);
    people.add(
        FactColumns.person(
            person,
            golden::get,
            golden.custom(),
            company(golden),
            ways.getOrDefault(person, Set.of())));
    employments(person, told);
  }

  void lead(UUID lead, List<Live> told) {
    Golden golden = Golden.fold(told, rules);
    leads.add(
        FactColumns.lead(
            lead,
            key(told),
            golden::get,
            golden.custom(),
            company(golden),
            Refolding.firstContact(golden, told),
            lastTouches.get(lead)));
  }

  /** Deals and edits have keys as well, but not the lead's. */
  private static @Nullable String key(List<Live> told) {
    return told.stream()
        .filter(record -> record.rank() == Intake.RANK && record.key() != null)
        .min(Comparator.comparing(Live::receivedAt).thenComparing(Live::recordId))
        .map(Live::key)
        .orElse(null);
  }

  private void contacts(UUID person, List<Live> told) {
    told.stream()
        .sorted(Comparator.comparing(Live::receivedAt).thenComparing(Live::recordId))
        .forEach(record -> {
          contact("phone", person, record, record.facts().get(Fact.PHONE));
          contact("email", person, record, record.facts().get(Fact.EMAIL));
          contact("phone", person, record, record.facts().get(Fact.OTHER_PHONE));
          contact("email", person, record, record.facts().get(Fact.OTHER_EMAIL));
          record
              .identities()
              .forEach(identity ->
                  identifier(
                      identity.kind().word(),
                      identity.scope(),
                      identity.value(),
                      identity.kind().trust(),
                      person,
                      record));
        });
  }

  private void contact(String kind, UUID person, Live record, @Nullable String value) {
    if (value != null) {
      ways.computeIfAbsent(person, _ -> new LinkedHashSet<>()).add(value);
      identifier(kind, "", value, "B", person, record);
    }
  }

  private void identifier(
      String kind, String scope, String value, String trust, UUID person, Live record) {
    if (contactsKept.add(contactKey(person, kind, scope + value))) {
      identifiers.add(
          new Object[] {
            Ids.next(),
            kind,
            scope,
            value,
            person,
            trust,
            record.recordId(),
            record.receivedAt(),
            record.receivedAt()
          });
    }
  }

  static String contactKey(UUID person, String kind, String value) {
    return person + kind + value;
  }

  /** A change of company is a new row; the one before ends where it begins. */
  private void employments(UUID person, List<Live> told) {
    @Nullable Object[] open = null;
    UUID current = null;
    for (Live record : told.stream().sorted(Golden.WEAKEST_FIRST).toList()) {
      String name = record.facts().get(Fact.COMPANY);
      UUID company = name == null ? null : companies.get(name);
      if (company != null && !company.equals(current)) {
        if (open != null) {
          open[open.length - 1] = record.receivedAt();
        }
        open =
            new @Nullable Object[] {
              Ids.next(),
              person,
              company,
              record.facts().get(Fact.TITLE),
              record.recordId(),
              record.receivedAt(),
              null
            };
        employments.add(open);
        current = company;
      }
    }
  }

  private @Nullable UUID company(Golden golden) {
    String name = golden.get(Fact.COMPANY);
    return name == null ? null : companies.get(name);
  }
}
