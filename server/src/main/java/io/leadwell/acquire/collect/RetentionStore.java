package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.QUARANTINED;
import static io.leadwell.tables.collect.Tables.RETENTION;
import static io.leadwell.tables.collect.Tables.TALLY;
import static io.leadwell.tables.collect.Tables.VISITOR;

import java.time.Instant;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How long things are kept, and the forgetting of what is not partitioned. */
@Component
class RetentionStore {

  private final DSLContext dsl;

  RetentionStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Retention current() {
    return dsl.select(RETENTION.HIT_DAYS, RETENTION.VISIT_DAYS)
        .from(RETENTION)
        .fetchOptional(row -> new Retention(row.value1(), row.value2()))
        .orElse(Retention.USUAL);
  }

  void change(Retention wanted) {
    dsl.insertInto(RETENTION)
        .set(RETENTION.HIT_DAYS, wanted.hitDays())
        .set(RETENTION.VISIT_DAYS, wanted.visitDays())
        .onConflict(RETENTION.ONLY_ROW)
        .doUpdate()
        .set(RETENTION.HIT_DAYS, wanted.hitDays())
        .set(RETENTION.VISIT_DAYS, wanted.visitDays())
        .execute();
  }

  /** Quarantined hits and counts as old as the hits, browsers not seen for longer than visits. */
  void forget(LocalDate firstHits, LocalDate today) {
    Instant hits = Days.beginning(firstHits);
    dsl.deleteFrom(QUARANTINED).where(QUARANTINED.RECEIVED_AT.lt(hits)).execute();
    dsl.deleteFrom(TALLY).where(TALLY.DAY.lt(firstHits)).execute();
    dsl.deleteFrom(VISITOR)
        .where(VISITOR.PERSON_ID.isNull())
        .and(VISITOR.LAST_SEEN_AT.lt(Days.beginning(today.minusDays(current().visitDays()))))
        .execute();
  }
}
