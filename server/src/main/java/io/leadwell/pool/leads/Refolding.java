package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.max;

import io.leadwell.base.platform.Database;
import io.leadwell.pool.leads.Golden.Live;
import io.leadwell.pool.leads.RefoldedRows.Verified;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Writes the golden fields of people and their leads anew from the live records: after a
 * correction, an edit, an undo. What no record tells any more disappears.
 */
@Component
class Refolding {

  private final DSLContext dsl;
  private final Database database;
  private final RecordStore records;
  private final CompanyStore companies;
  private final LikenessStore likeness;
  private final SurvivorshipStore survivorship;

  Refolding(
      DSLContext dsl,
      Database database,
      RecordStore records,
      CompanyStore companies,
      LikenessStore likeness,
      SurvivorshipStore survivorship) {
    this.dsl = dsl;
    this.database = database;
    this.records = records;
    this.companies = companies;
    this.likeness = likeness;
    this.survivorship = survivorship;
  }

  void people(Collection<UUID> people) {
    if (people.isEmpty()) {
      return;
    }
    List<Live> live = records.live(people);
    RefoldedRows rows =
        new RefoldedRows(
            companies.ids(live.stream().map(Live::facts).toList()),
            lastTouches(people),
            verified(people),
            survivorship.rules());
    live.stream()
        .collect(Collectors.groupingBy(Live::personId))
        .forEach((person, told) -> {
          rows.person(person, told);
          told.stream()
              .filter(record -> record.leadId() != null)
              .collect(Collectors.groupingBy(record -> Objects.requireNonNull(record.leadId())))
              .forEach(rows::lead);
        });
    List<Object[]> identifiers = rows.identifiers();
    List<Object[]> employments = rows.employments();
    forget(people, identifiers, employments);
    database.update(PERSON, PERSON.ID, FactColumns.OF_PERSON, rows.people());
    database.update(LEAD, LEAD.ID, FactColumns.OF_LEAD, rows.leads());
    database.copy(IDENTIFIER, IntakeRows.IDENTIFIER_COLUMNS, identifiers);
    database.copy(EMPLOYMENT, RefoldedRows.EMPLOYMENT_COLUMNS, employments);
    likeness.wait(people);
  }

  /**
   * Identifiers are what records tell; a contact that was verified has a life of its own. What is
   * told again stays, and leaves {@code identifiers} and {@code employments}.
   */
  private void forget(
      Collection<UUID> people, List<Object[]> identifiers, List<Object[]> employments) {
    UUID[] ids = people.toArray(UUID[]::new);
    List<Object[]> contacts =
        untold(
            dsl.select(IntakeRows.IDENTIFIER_COLUMNS)
                .from(IDENTIFIER)
                .where(IDENTIFIER.PERSON_ID.eq(any(ids)))
                .and(IDENTIFIER.TRUST.ne("A").or(IDENTIFIER.KIND.notIn("phone", "email")))
                .fetch(Record::intoArray),
            identifiers);
    List<Object[]> jobs =
        untold(
            dsl.select(RefoldedRows.EMPLOYMENT_COLUMNS)
                .from(EMPLOYMENT)
                .where(EMPLOYMENT.PERSON_ID.eq(any(ids)))
                .fetch(Record::intoArray),
            employments);
    dsl.deleteFrom(IDENTIFIER).where(IDENTIFIER.ID.eq(any(ids(contacts)))).execute();
    dsl.deleteFrom(EMPLOYMENT).where(EMPLOYMENT.ID.eq(any(ids(jobs)))).execute();
  }

  private static UUID[] ids(List<Object[]> rows) {
    return rows.stream().map(row -> (UUID) row[0]).toArray(UUID[]::new);
  }

  /** Stored rows that are not told any more; those that are leave {@code told}. */
  private static List<Object[]> untold(List<Object[]> stored, List<Object[]> told) {
    Map<List<Object>, Object[]> rows = new HashMap<>();
    stored.forEach(row -> rows.put(withoutId(row), row));
    told.removeIf(row -> rows.remove(withoutId(row)) != null);
    return List.copyOf(rows.values());
  }

  private static List<Object> withoutId(Object[] row) {
    return Arrays.asList(row).subList(1, row.length);
  }

  private List<Verified> verified(Collection<UUID> people) {
    return dsl.select(IDENTIFIER.PERSON_ID, IDENTIFIER.KIND, IDENTIFIER.VALUE)
        .from(IDENTIFIER)
        .where(IDENTIFIER.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .and(IDENTIFIER.TRUST.eq("A"))
        .and(IDENTIFIER.KIND.in("phone", "email"))
        .fetch(row -> new Verified(row.value1(), row.value2(), row.value3()));
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

  /** The first contact of a lead by what its records tell, or else by when they came. */
  static Instant firstContact(Golden golden, List<Live> told) {
    String contact = golden.get(Fact.FIRST_CONTACT_AT);
    return contact == null
        ? told.stream().map(Live::receivedAt).min(Comparator.naturalOrder()).orElseThrow()
        : Instant.parse(contact);
  }
}
