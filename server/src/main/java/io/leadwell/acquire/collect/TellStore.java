package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.ACTION;
import static io.leadwell.tables.collect.Tables.VISIT;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Visits and actions that the pool is to be told of. */
@Component
class TellStore {

  /** Either visits or actions outside of visits. */
  record Untold(List<VisitDetail> visits, List<VisitAction> actions) {

    boolean isEmpty() {
      return visits.isEmpty() && actions.isEmpty();
    }
  }

  private final DSLContext dsl;
  private final VisitStore visits;
  private final VisitRows rows;

  TellStore(DSLContext dsl, VisitStore visits, VisitRows rows) {
    this.dsl = dsl;
    this.visits = visits;
    this.rows = rows;
  }

  boolean isWaiting() {
    return dsl.fetchExists(VISIT, VISIT.UNTOLD.isTrue())
        || dsl.fetchExists(ACTION, ACTION.UNTOLD.isTrue());
  }

  /** What nobody else is telling of; it is the caller's until its transaction ends. */
  Untold take(int atMost) {
    List<UUID> ids =
        dsl.select(VISIT.ID)
            .from(VISIT)
            .where(VISIT.UNTOLD.isTrue())
            .orderBy(VISIT.ID)
            .limit(atMost)
            .forUpdate()
            .skipLocked()
            .fetch(VISIT.ID);
    if (!ids.isEmpty()) {
      return new Untold(ids.stream().flatMap(id -> visits.detail(id).stream()).toList(), List.of());
    }
    return new Untold(
        List.of(),
        dsl.selectFrom(ACTION)
            .where(ACTION.UNTOLD.isTrue())
            .orderBy(ACTION.ID)
            .limit(atMost)
            .forUpdate()
            .skipLocked()
            .fetch(rows::action));
  }

  void told(Untold told) {
    dsl.update(VISIT)
        .set(VISIT.UNTOLD, false)
        .where(
            VISIT.ID.eq(
                DSL.any(told.visits().stream().map(v -> v.visit().id()).toArray(UUID[]::new))))
        .execute();
    dsl.update(ACTION)
        .set(ACTION.UNTOLD, false)
        .where(
            ACTION.ID.eq(
                DSL.any(told.actions().stream().map(VisitAction::id).toArray(UUID[]::new))))
        .execute();
  }
}
