package io.leadwell.acquire.campaigns;

import static io.leadwell.tables.campaigns.Tables.UNRECOGNISED_SOURCE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.springframework.stereotype.Repository;

/**
 * Rows of landings that no rule knows: as many as a person can look through, the most seen stay.
 */
@Repository
class UnrecognisedStore {

  /** Anybody can make up sources; the table doesn't grow with them. */
  static final int MOST = 2_000;

  private static final RecordMapper<Record, UnrecognisedSource> SOURCE_OF =
      r ->
          new UnrecognisedSource(
              SourceKind.of(r.get(UNRECOGNISED_SOURCE.KIND)),
              r.get(UNRECOGNISED_SOURCE.VALUE),
              r.get(UNRECOGNISED_SOURCE.MEDIUM),
              r.get(UNRECOGNISED_SOURCE.LANDINGS),
              r.get(UNRECOGNISED_SOURCE.FIRST_SEEN),
              r.get(UNRECOGNISED_SOURCE.LAST_SEEN),
              r.get(UNRECOGNISED_SOURCE.SAMPLE_URL),
              r.get(UNRECOGNISED_SOURCE.SAMPLE_REFERRER));

  private final DSLContext dsl;

  UnrecognisedStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<UnrecognisedSource> all(int limit) {
    return dsl.selectFrom(UNRECOGNISED_SOURCE)
        .orderBy(
            UNRECOGNISED_SOURCE.LANDINGS.desc(),
            UNRECOGNISED_SOURCE.LAST_SEEN.desc(),
            UNRECOGNISED_SOURCE.VALUE)
        .limit(limit)
        .fetch(SOURCE_OF);
  }

  void remove(SourceRules.Unknown unknown) {
    dsl.deleteFrom(UNRECOGNISED_SOURCE).where(is(unknown)).execute();
  }

  /** Adds to what is counted already; in one order, so that two servers don't block each other. */
  void add(Collection<UnrecognisedSource> seen) {
    seen.stream()
        .sorted(
            java.util.Comparator.comparing(UnrecognisedSource::kind)
                .thenComparing(UnrecognisedSource::value)
                .thenComparing(UnrecognisedSource::medium))
        .forEach(this::add);
    dsl.deleteFrom(UNRECOGNISED_SOURCE)
        .where(
            row(UNRECOGNISED_SOURCE.KIND, UNRECOGNISED_SOURCE.VALUE, UNRECOGNISED_SOURCE.MEDIUM)
                .in(
                    select(
                            UNRECOGNISED_SOURCE.KIND,
                            UNRECOGNISED_SOURCE.VALUE,
                            UNRECOGNISED_SOURCE.MEDIUM)
                        .from(UNRECOGNISED_SOURCE)
                        .orderBy(
                            UNRECOGNISED_SOURCE.LANDINGS.desc(),
                            UNRECOGNISED_SOURCE.LAST_SEEN.desc())
                        .offset(MOST)))
        .execute();
  }

  private void add(UnrecognisedSource seen) {
    dsl.insertInto(UNRECOGNISED_SOURCE)
        .set(UNRECOGNISED_SOURCE.KIND, seen.kind().word())
        .set(UNRECOGNISED_SOURCE.VALUE, seen.value())
        .set(UNRECOGNISED_SOURCE.MEDIUM, seen.medium())
        .set(UNRECOGNISED_SOURCE.LANDINGS, seen.landings())
        .set(UNRECOGNISED_SOURCE.FIRST_SEEN, seen.firstSeen())
        .set(UNRECOGNISED_SOURCE.LAST_SEEN, seen.lastSeen())
        .set(UNRECOGNISED_SOURCE.SAMPLE_URL, seen.sampleUrl())
        .set(UNRECOGNISED_SOURCE.SAMPLE_REFERRER, seen.sampleReferrer())
        .onConflict(UNRECOGNISED_SOURCE.KIND, UNRECOGNISED_SOURCE.VALUE, UNRECOGNISED_SOURCE.MEDIUM)
        .doUpdate()
        .set(
            UNRECOGNISED_SOURCE.LANDINGS,
            UNRECOGNISED_SOURCE.LANDINGS.plus(excluded(UNRECOGNISED_SOURCE.LANDINGS)))
        .set(
            UNRECOGNISED_SOURCE.LAST_SEEN,
            greatest(UNRECOGNISED_SOURCE.LAST_SEEN, excluded(UNRECOGNISED_SOURCE.LAST_SEEN)))
        .set(UNRECOGNISED_SOURCE.SAMPLE_URL, seen.sampleUrl())
        .set(UNRECOGNISED_SOURCE.SAMPLE_REFERRER, seen.sampleReferrer())
        .execute();
  }

  private static Condition is(SourceRules.Unknown unknown) {
    return UNRECOGNISED_SOURCE
        .KIND
        .eq(unknown.kind().word())
        .and(UNRECOGNISED_SOURCE.VALUE.eq(unknown.value()))
        .and(UNRECOGNISED_SOURCE.MEDIUM.eq(unknown.medium()));
  }
}
