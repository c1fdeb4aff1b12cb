package io.leadwell.acquire.campaigns;

import static io.leadwell.tables.campaigns.Tables.SPEND;
import static io.leadwell.tables.campaigns.Tables.SPEND_REPLACED;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentTimestamp;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.UpdateConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Imported spend: a line of a report is one row, however often it is uploaded. */
@Repository
class SpendLines {

  /** What a replaced line keeps for its undo, in the order of both tables. */
  private static final List<Field<?>> KEPT =
      List.of(
          SPEND.DAY_FROM,
          SPEND.DAY_TO,
          SPEND.CHANNEL_ID,
          SPEND.CAMPAIGN_ID,
          SPEND.ACCOUNT,
          SPEND.PLAN,
          SPEND.UNIT,
          SPEND.KEYWORD,
          SPEND.AMOUNT_FEN,
          SPEND.IMPRESSIONS,
          SPEND.CLICKS,
          SPEND.NOTE);

  private static final HexFormat HEX = HexFormat.of();

  private record Stored(UUID id, SpendDraft draft) {}

  private final DSLContext dsl;
  private final Database database;
  private final SpendDays days;

  SpendLines(DSLContext dsl, Database database, SpendDays days) {
    this.dsl = dsl;
    this.database = database;
    this.days = days;
  }

  /** How many lines of each key this import has brought so far; it may go on after a stop. */
  Map<String, Integer> seen(UUID importId, Collection<String> keys) {
    Map<String, Integer> seen = new HashMap<>();
    dsl.select(SPEND.LINE_KEY, max(SPEND.LINE_NUMBER))
        .from(SPEND)
        .where(SPEND.LINE_KEY.eq(any(bytes(keys))))
        .and(SPEND.SEEN_IMPORT_ID.eq(importId))
        .groupBy(SPEND.LINE_KEY)
        .forEach(r -> seen.put(HEX.formatHex(r.value1()), r.value2()));
    return seen;
  }

  SpendLine.Comparison compare(List<SpendLine> lines) {
    return compare(lines, stored(lines));
  }

  RowCounts bringIn(List<SpendLine> lines, UUID importId, @Nullable UUID by) {
    return bringIn(lines, importId, by, false);
  }

  /** Lines that no file brought and no undo takes back. */
  RowCounts bringFetched(List<SpendLine> lines, UUID fetch, @Nullable UUID by) {
    return bringIn(lines, fetch, by, true);
  }

  private RowCounts bringIn(
      List<SpendLine> lines, UUID importId, @Nullable UUID by, boolean fetched) {
    // two imports at once may have the same line; the second must see it
    database.lock("campaigns.spend-lines");
    SpendLine.Comparison work = compare(lines, stored(lines));
    insert(work.fresh(), importId, by, fetched);
    replace(work.changed(), importId, fetched);
    markSeen(work.same(), importId);
    return work.counts();
  }

  private static SpendLine.Comparison compare(
      List<SpendLine> lines, Map<SpendLine.Id, Stored> stored) {
    List<SpendLine> fresh = new ArrayList<>();
    List<SpendLine.Changed> changed = new ArrayList<>();
    List<UUID> same = new ArrayList<>();
    for (SpendLine line : lines) {
      Stored was = stored.get(line.id());
      if (was == null) {
        fresh.add(line);
      } else if (was.draft().equals(line.draft())) {
        same.add(was.id());
      } else {
        changed.add(new SpendLine.Changed(was.id(), line.draft()));
      }
    }
    return new SpendLine.Comparison(fresh, changed, same);
  }

  private Map<SpendLine.Id, Stored> stored(List<SpendLine> lines) {
    Map<SpendLine.Id, Stored> stored = new HashMap<>();
    dsl.select(SpendStore.COLUMNS)
        .select(SPEND.LINE_KEY, SPEND.LINE_NUMBER)
        .from(SPEND)
        .where(
            SPEND.LINE_KEY.eq(any(bytes(lines.stream().map(SpendLine::key).distinct().toList()))))
        .forEach(r -> {
          Spend spend = SpendStore.SPEND_OF.map(r);
          stored.put(
              new SpendLine.Id(HEX.formatHex(r.get(SPEND.LINE_KEY)), r.get(SPEND.LINE_NUMBER)),
              new Stored(spend.id(), spend.draft()));
        });
    return stored;
  }

  private void insert(List<SpendLine> lines, UUID importId, @Nullable UUID by, boolean fetched) {
    Map<UUID, SpendDraft> entries = new HashMap<>();
    List<Field<?>> columns = new ArrayList<>(List.of(SPEND.ID));
    columns.addAll(KEPT);
    columns.addAll(
        List.of(
            SPEND.IMPORT_ID,
            SPEND.SEEN_IMPORT_ID,
            SPEND.LINE_KEY,
            SPEND.LINE_NUMBER,
            SPEND.CREATED_BY,
            SPEND.FETCHED));
    List<Object[]> rows = new ArrayList<>(lines.size());
    for (SpendLine line : lines) {
      UUID id = Ids.next();
      SpendDraft d = line.draft();
      entries.put(id, d);
      rows.add(
          row(
              id,
              d.dayFrom(),
              d.dayTo(),
              d.channelId(),
              d.campaignId(),
              d.account(),
              d.plan(),
              d.unit(),
              d.keyword(),
              d.amountFen(),
              d.impressions(),
              d.clicks(),
              d.note(),
              fetched ? null : importId,
              importId,
              HEX.parseHex(line.key()),
              line.number(),
              by,
              fetched));
    }
    database.copy(SPEND, columns, rows);
    days.spread(entries);
  }

  @SuppressWarnings("NullAway") // a row of COPY has nulls; its array type can't say so here
  private static Object[] row(@Nullable Object... values) {
    return values;
  }

  private void replace(List<SpendLine.Changed> changed, UUID importId, boolean fetched) {
    if (changed.isEmpty()) {
      return;
    }
    UUID[] ids = changed.stream().map(SpendLine.Changed::spendId).toArray(UUID[]::new);
    List<Field<?>> from = new ArrayList<>();
    from.add(val(importId));
    from.add(SPEND.ID);
    from.add(currentTimestamp().cast(Instant.class));
    from.addAll(KEPT);
    // a line that stands twice in one import keeps what was there before the first
    dsl.insertInto(SPEND_REPLACED)
        .columns(
            List.of(
                SPEND_REPLACED.IMPORT_ID,
                SPEND_REPLACED.SPEND_ID,
                SPEND_REPLACED.REPLACED_AT,
                SPEND_REPLACED.DAY_FROM,
                SPEND_REPLACED.DAY_TO,
                SPEND_REPLACED.CHANNEL_ID,
                SPEND_REPLACED.CAMPAIGN_ID,
                SPEND_REPLACED.ACCOUNT,
                SPEND_REPLACED.PLAN,
                SPEND_REPLACED.UNIT,
                SPEND_REPLACED.KEYWORD,
                SPEND_REPLACED.AMOUNT_FEN,
                SPEND_REPLACED.IMPRESSIONS,
                SPEND_REPLACED.CLICKS,
                SPEND_REPLACED.NOTE))
        .select(
            select(from)
                .from(SPEND)
                .where(SPEND.ID.eq(any(ids)))
                // its own line has nothing before it
                .and(
                    fetched
                        // only a file is ever taken back
                        ? SPEND.IMPORT_ID.isNotNull().and(SPEND.FETCHED.isFalse())
                        : SPEND.IMPORT_ID.isDistinctFrom(importId)))
        .onConflict(SPEND_REPLACED.IMPORT_ID, SPEND_REPLACED.SPEND_ID)
        .doNothing()
        .execute();
    List<UpdateConditionStep<?>> updates = new ArrayList<>();
    Map<UUID, SpendDraft> entries = new HashMap<>();
    for (SpendLine.Changed change : changed) {
      entries.put(change.spendId(), change.draft());
      updates.add(
          dsl.update(SPEND)
              .set(SpendStore.values(change.draft()))
              .set(SPEND.SEEN_IMPORT_ID, importId)
              .set(SPEND.FETCHED, fetched ? inline(true) : SPEND.FETCHED)
              .setNull(SPEND.EDITED_AT)
              .where(SPEND.ID.eq(change.spendId())));
    }
    dsl.batch(updates).execute();
    days.spreadAgain(entries);
  }

  private void markSeen(List<UUID> ids, UUID importId) {
    if (!ids.isEmpty()) {
      dsl.update(SPEND)
          .set(SPEND.SEEN_IMPORT_ID, importId)
          .where(SPEND.ID.eq(any(ids.toArray(UUID[]::new))))
          .execute();
    }
  }

  private static byte[][] bytes(Collection<String> keys) {
    return keys.stream().map(HEX::parseHex).toArray(byte[][]::new);
  }
}
