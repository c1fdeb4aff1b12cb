package io.leadwell.acquire.campaigns;

import static io.leadwell.tables.campaigns.Tables.SPEND;
import static io.leadwell.tables.campaigns.Tables.SPEND_REPLACED;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.pool.imports.UndoReport;
import io.leadwell.tables.campaigns.tables.SpendReplaced;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/**
 * Takes an import of spend back: its own lines go, replaced lines get their former content again. A
 * line that a later import replaced keeps the later content, and a line that a person edited since
 * stays as it is.
 */
@Repository
class SpendUndo {

  private static final SpendReplaced MINE = SPEND_REPLACED.as("mine");
  private static final SpendReplaced LATER = SPEND_REPLACED.as("later");

  private final DSLContext dsl;
  private final SpendDays days;

  SpendUndo(DSLContext dsl, SpendDays days) {
    this.dsl = dsl;
    this.days = days;
  }

  UndoReport preview(UUID importId) {
    long removed = dsl.fetchCount(SPEND, removable(importId));
    long restored =
        dsl.fetchCount(MINE.join(SPEND).on(SPEND.ID.eq(MINE.SPEND_ID)), restorable(importId));
    return report(removed, restored, edited(importId));
  }

  UndoReport undo(UUID importId) {
    long kept = edited(importId);
    long removed = dsl.deleteFrom(SPEND).where(removable(importId)).execute();
    adoptByLater(importId);
    long restored = restore(importId);
    dsl.deleteFrom(SPEND_REPLACED)
        .where(SPEND_REPLACED.IMPORT_ID.eq(importId))
        .and(
            notExists(
                selectOne()
                    .from(SPEND)
                    .where(SPEND.ID.eq(SPEND_REPLACED.SPEND_ID))
                    .and(SPEND.EDITED_AT.isNotNull())))
        .execute();
    return report(removed, restored, kept);
  }

  /** Made by the import, and nobody has touched it since. */
  private static Condition removable(UUID importId) {
    return SPEND
        .IMPORT_ID
        .eq(importId)
        .and(SPEND.EDITED_AT.isNull())
        .and(
            notExists(
                selectOne().from(SPEND_REPLACED).where(SPEND_REPLACED.SPEND_ID.eq(SPEND.ID))));
  }

  /** Replaced by the import, and nobody has touched it since. */
  private static Condition restorable(UUID importId) {
    return MINE.IMPORT_ID.eq(importId).and(SPEND.EDITED_AT.isNull()).and(notExists(laterOf()));
  }

  private static org.jooq.Select<?> laterOf() {
    return selectOne()
        .from(LATER)
        .where(LATER.SPEND_ID.eq(MINE.SPEND_ID))
        .and(LATER.REPLACED_AT.gt(MINE.REPLACED_AT));
  }

  private long edited(UUID importId) {
    return dsl.fetchCount(
        SPEND,
        SPEND
            .EDITED_AT
            .isNotNull()
            .and(
                SPEND
                    .IMPORT_ID
                    .eq(importId)
                    .or(
                        exists(
                            selectOne()
                                .from(SPEND_REPLACED)
                                .where(SPEND_REPLACED.SPEND_ID.eq(SPEND.ID))
                                .and(SPEND_REPLACED.IMPORT_ID.eq(importId))))));
  }

  /** Lines that a later import replaced belong to it from now on, as if this one had never been. */
  private void adoptByLater(UUID importId) {
    Map<UUID, UUID> adopters = new HashMap<>();
    dsl.select(LATER.SPEND_ID, LATER.IMPORT_ID)
        .from(LATER)
        .join(SPEND)
        .on(SPEND.ID.eq(LATER.SPEND_ID))
        .where(SPEND.IMPORT_ID.eq(importId))
        .and(SPEND.EDITED_AT.isNull())
        .and(
            LATER.REPLACED_AT.eq(
                select(min(SPEND_REPLACED.REPLACED_AT))
                    .from(SPEND_REPLACED)
                    .where(SPEND_REPLACED.SPEND_ID.eq(LATER.SPEND_ID))))
        .forEach(r -> adopters.put(r.value1(), r.value2()));
    adopters.forEach((spendId, adopter) -> {
      dsl.update(SPEND).set(SPEND.IMPORT_ID, adopter).where(SPEND.ID.eq(spendId)).execute();
      dsl.deleteFrom(SPEND_REPLACED)
          .where(SPEND_REPLACED.SPEND_ID.eq(spendId))
          .and(SPEND_REPLACED.IMPORT_ID.eq(adopter))
          .execute();
    });
    // what this import found is what the next one would have found without it
    dsl.update(LATER)
        .set(
            row(
                LATER.DAY_FROM,
                LATER.DAY_TO,
                LATER.CHANNEL_ID,
                LATER.CAMPAIGN_ID,
                LATER.ACCOUNT,
                LATER.PLAN,
                LATER.UNIT,
                LATER.KEYWORD,
                LATER.AMOUNT_FEN,
                LATER.IMPRESSIONS,
                LATER.CLICKS,
                LATER.NOTE),
            row(
                MINE.DAY_FROM,
                MINE.DAY_TO,
                MINE.CHANNEL_ID,
                MINE.CAMPAIGN_ID,
                MINE.ACCOUNT,
                MINE.PLAN,
                MINE.UNIT,
                MINE.KEYWORD,
                MINE.AMOUNT_FEN,
                MINE.IMPRESSIONS,
                MINE.CLICKS,
                MINE.NOTE))
        .from(MINE)
        .where(MINE.IMPORT_ID.eq(importId))
        .and(LATER.SPEND_ID.eq(MINE.SPEND_ID))
        .and(
            LATER.REPLACED_AT.eq(
                select(min(SPEND_REPLACED.REPLACED_AT))
                    .from(SPEND_REPLACED)
                    .where(SPEND_REPLACED.SPEND_ID.eq(MINE.SPEND_ID))
                    .and(SPEND_REPLACED.REPLACED_AT.gt(MINE.REPLACED_AT))))
        .execute();
  }

  private long restore(UUID importId) {
    Map<UUID, SpendDraft> restored = new HashMap<>();
    dsl.select(
            MINE.SPEND_ID,
            row(
                    MINE.DAY_FROM,
                    MINE.DAY_TO,
                    MINE.CHANNEL_ID,
                    MINE.CAMPAIGN_ID,
                    MINE.ACCOUNT,
                    MINE.PLAN,
                    MINE.UNIT,
                    MINE.KEYWORD,
                    MINE.AMOUNT_FEN,
                    MINE.IMPRESSIONS,
                    MINE.CLICKS,
                    MINE.NOTE)
                .mapping(SpendDraft::new))
        .from(MINE)
        .join(SPEND)
        .on(SPEND.ID.eq(MINE.SPEND_ID))
        .where(restorable(importId))
        .forEach(r -> restored.put(r.value1(), r.value2()));
    dsl.batch(
            restored.entrySet().stream()
                .map(e ->
                    dsl.update(SPEND)
                        .set(SpendStore.values(e.getValue()))
                        .where(SPEND.ID.eq(e.getKey())))
                .toList())
        .execute();
    days.spreadAgain(restored);
    return restored.size();
  }

  private static UndoReport report(long removed, long restored, long kept) {
    Map<String, Long> counts = Map.of("spend", removed + restored);
    return new UndoReport(
        counts, kept == 0 ? List.of() : List.of(new UndoReport.Kept("spend_edited", kept)));
  }
}
