package io.leadwell.acquire.campaigns;

import static io.leadwell.tables.campaigns.Tables.SPEND_DAY;

import io.leadwell.base.platform.Database;
import io.leadwell.kernel.money.Spreading;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Spend by day, spread from the entries: the days of an entry sum to it, to the fen. */
@Repository
class SpendDays {

  private final DSLContext dsl;
  private final Database database;

  SpendDays(DSLContext dsl, Database database) {
    this.dsl = dsl;
    this.database = database;
  }

  /** Spreads entries that have no days yet. */
  void spread(Map<UUID, SpendDraft> entries) {
    List<Object[]> days = new ArrayList<>(entries.size());
    entries.forEach((id, entry) -> add(days, id, entry));
    database.copy(
        SPEND_DAY,
        List.of(
            SPEND_DAY.SPEND_ID,
            SPEND_DAY.DAY,
            SPEND_DAY.AMOUNT_FEN,
            SPEND_DAY.IMPRESSIONS,
            SPEND_DAY.CLICKS),
        days);
  }

  /** Spreads entries anew after a change. */
  void spreadAgain(Map<UUID, SpendDraft> entries) {
    remove(entries.keySet());
    spread(entries);
  }

  private void remove(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      dsl.deleteFrom(SPEND_DAY)
          .where(SPEND_DAY.SPEND_ID.eq(DSL.any(ids.toArray(UUID[]::new))))
          .execute();
    }
  }

  private static void add(List<Object[]> days, UUID id, SpendDraft entry) {
    int length = (int) ChronoUnit.DAYS.between(entry.dayFrom(), entry.dayTo()) + 1;
    long[] fen = Spreading.evenly(entry.amountFen(), length);
    long[] impressions = Spreading.evenly(orZero(entry.impressions()), length);
    long[] clicks = Spreading.evenly(orZero(entry.clicks()), length);
    for (int i = 0; i < length; i++) {
      days.add(new Object[] {id, entry.dayFrom().plusDays(i), fen[i], impressions[i], clicks[i]});
    }
  }

  private static long orZero(@Nullable Long count) {
    return count == null ? 0 : count;
  }
}
