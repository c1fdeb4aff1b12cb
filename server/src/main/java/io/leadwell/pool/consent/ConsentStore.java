package io.leadwell.pool.consent;

import static io.leadwell.tables.consent.Tables.ENTRY;
import static org.jooq.impl.DSL.any;

import io.leadwell.tables.consent.tables.records.EntryRow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What people said, one row each; never changed. */
@Repository
class ConsentStore {

  private static final String MERGE = "merge";

  private final DSLContext dsl;

  ConsentStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** What was proved before is there already. */
  void add(Collection<EntryRow> rows) {
    if (!rows.isEmpty()) {
      dsl.insertInto(ENTRY).set(rows).onConflictDoNothing().execute();
    }
  }

  /** The latest word on each purpose and means, of each of these people. */
  List<EntryRow> latest(Set<UUID> people) {
    return dsl.selectDistinct(ENTRY.asterisk())
        .on(ENTRY.PERSON_ID, ENTRY.PURPOSE_ID, ENTRY.MEANS)
        .from(ENTRY)
        .where(ENTRY.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .and(ENTRY.UNDONE_AT.isNull())
        .orderBy(
            ENTRY.PERSON_ID,
            ENTRY.PURPOSE_ID,
            ENTRY.MEANS,
            ENTRY.HAPPENED_AT.desc(),
            ENTRY.ID.desc())
        .fetchInto(EntryRow.class);
  }

  /** The latest word of each of these people on one purpose by one means. */
  List<EntryRow> latest(Collection<UUID> people, UUID purpose, Means means) {
    return dsl.selectDistinct(ENTRY.asterisk())
        .on(ENTRY.PERSON_ID)
        .from(ENTRY)
        .where(ENTRY.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .and(ENTRY.PURPOSE_ID.eq(purpose))
        .and(ENTRY.MEANS.eq(means.word()))
        .and(ENTRY.UNDONE_AT.isNull())
        .orderBy(ENTRY.PERSON_ID, ENTRY.HAPPENED_AT.desc(), ENTRY.ID.desc())
        .fetchInto(EntryRow.class);
  }

  List<ConsentEntry> history(Set<UUID> people, int most) {
    return dsl.selectFrom(ENTRY)
        .where(ENTRY.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .orderBy(ENTRY.HAPPENED_AT.desc(), ENTRY.ID.desc())
        .limit(most)
        .fetch(row ->
            new ConsentEntry(
                row.getId(),
                row.getPurposeId(),
                Means.of(row.getMeans()),
                row.getState().equals(Consents.GIVEN),
                row.getSource(),
                row.getProofId(),
                row.getNote(),
                row.getTextOf(),
                row.getTextNumber(),
                row.getByName(),
                row.getHappenedAt(),
                row.getRecordedAt(),
                row.getUndoneAt()));
  }

  /** What a merge made of two people's words no longer counts. */
  void undo(UUID merge, Instant now) {
    dsl.update(ENTRY)
        .set(ENTRY.UNDONE_AT, now)
        .where(ENTRY.PROOF_ID.eq(merge))
        .and(ENTRY.SOURCE.eq(MERGE))
        .and(ENTRY.UNDONE_AT.isNull())
        .execute();
  }

  /** What somebody said since then, without what merges made. */
  List<EntryRow> since(UUID person, Instant then) {
    return dsl.selectFrom(ENTRY)
        .where(ENTRY.PERSON_ID.eq(person))
        .and(ENTRY.RECORDED_AT.ge(then))
        .and(ENTRY.SOURCE.ne(MERGE))
        .fetch();
  }
}
