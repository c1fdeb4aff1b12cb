package io.leadwell.nurture.messaging;

import static io.leadwell.tables.messaging.Tables.SUPPRESSION;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of addresses that get no marketing mail. */
@Repository
class SuppressionStore {

  private final DSLContext dsl;

  SuppressionStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  boolean holds(String address) {
    return dsl.fetchExists(SUPPRESSION, SUPPRESSION.ADDRESS.eq(address));
  }

  Set<String> among(Collection<String> addresses) {
    return dsl.select(SUPPRESSION.ADDRESS)
        .from(SUPPRESSION)
        .where(SUPPRESSION.ADDRESS.eq(DSL.any(addresses.toArray(String[]::new))))
        .fetchSet(SUPPRESSION.ADDRESS);
  }

  /** The first reason stays. */
  void add(String address, String reason, @Nullable UUID messageId, Instant now) {
    dsl.insertInto(SUPPRESSION)
        .set(SUPPRESSION.ADDRESS, address)
        .set(SUPPRESSION.REASON, reason)
        .set(SUPPRESSION.MESSAGE_ID, messageId)
        .set(SUPPRESSION.SINCE, now)
        .onConflictDoNothing()
        .execute();
  }
}
