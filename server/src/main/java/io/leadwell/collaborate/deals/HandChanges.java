package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.HAND_CHANGE;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which changes were made by hand, and to what: only those are taken back one by one. */
@Component
class HandChanges {

  private final DSLContext dsl;

  HandChanges(DSLContext dsl) {
    this.dsl = dsl;
  }

  void add(UUID change, UUID opportunity, @Nullable UUID actor, Instant at) {
    dsl.insertInto(HAND_CHANGE)
        .set(HAND_CHANGE.ID, change)
        .set(HAND_CHANGE.OPPORTUNITY_ID, opportunity)
        .set(HAND_CHANGE.ACTOR_ID, actor)
        .set(HAND_CHANGE.MADE_AT, at)
        .execute();
  }

  /** Of two who take a change back one gets it. */
  boolean take(UUID change, UUID opportunity) {
    return dsl.deleteFrom(HAND_CHANGE)
            .where(HAND_CHANGE.ID.eq(change))
            .and(HAND_CHANGE.OPPORTUNITY_ID.eq(opportunity))
            .execute()
        == 1;
  }
}
