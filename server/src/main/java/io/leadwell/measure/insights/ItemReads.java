package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.ITEM_DEED;
import static io.leadwell.tables.insights.Tables.ITEM_READERSHIP;
import static io.leadwell.tables.insights.Tables.ITEM_REGISTRATION;
import static io.leadwell.tables.insights.Tables.ITEM_VIEW;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.sum;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.springframework.stereotype.Repository;

/**
 * How items were read: for all times by the sums that are kept, in a period by the visits that are
 * still there.
 */
@Repository
class ItemReads {

  /** The figures of one item. */
  static final class Reads {
    long views;
    long visitors;
    long dwellMs;
    long ends;
    long shares;
    long downloads;
    long registrations;
  }

  private final DSLContext dsl;

  ItemReads(DSLContext dsl) {
    this.dsl = dsl;
  }

  Map<UUID, Reads> in(Period period) {
    Map<UUID, Reads> reads = new HashMap<>();
    if (period.isEver()) {
      fillKept(reads);
    } else {
      fillViews(reads, period);
      fillDeeds(reads, period);
    }
    dsl.select(ITEM_REGISTRATION.ITEM_ID, count())
        .from(ITEM_REGISTRATION)
        .where(Conditions.inside(ITEM_REGISTRATION.REGISTERED_AT, period))
        .groupBy(ITEM_REGISTRATION.ITEM_ID)
        .forEach(r -> of(reads, r.value1()).registrations = r.value2());
    return reads;
  }

  private void fillKept(Map<UUID, Reads> reads) {
    dsl.selectFrom(ITEM_READERSHIP)
        .forEach(r -> {
          Reads item = of(reads, r.getItemId());
          item.views += r.getViews();
          item.visitors += r.getVisitors();
          item.dwellMs += r.getDwellMs();
          item.ends += r.getEnds();
          item.shares += r.getShares();
          item.downloads += r.getDownloads();
        });
  }

  private void fillViews(Map<UUID, Reads> reads, Period period) {
    Field<Integer> views = count();
    Field<Integer> visitors = countDistinct(ITEM_VIEW.VISITOR_ID);
    Field<Long> dwell = sum(ITEM_VIEW.DWELL_MS).cast(Long.class);
    dsl.select(ITEM_VIEW.ITEM_ID, views, visitors, dwell)
        .from(ITEM_VIEW)
        .where(Conditions.inside(ITEM_VIEW.HAPPENED_AT, period))
        .groupBy(ITEM_VIEW.ITEM_ID)
        .forEach(r -> {
          Reads item = of(reads, r.get(ITEM_VIEW.ITEM_ID));
          item.views = r.get(views);
          item.visitors = r.get(visitors);
          item.dwellMs = r.get(dwell);
        });
  }

  private void fillDeeds(Map<UUID, Reads> reads, Period period) {
    Field<Integer> ends = named(ITEM_DEED.NAME, "read_end");
    Field<Integer> shares = named(ITEM_DEED.NAME, "share");
    Field<Integer> downloads = named(ITEM_DEED.NAME, "content_download");
    dsl.select(ITEM_DEED.ITEM_ID, ends, shares, downloads)
        .from(ITEM_DEED)
        .where(Conditions.inside(ITEM_DEED.HAPPENED_AT, period))
        .groupBy(ITEM_DEED.ITEM_ID)
        .forEach(r -> {
          Reads item = of(reads, r.get(ITEM_DEED.ITEM_ID));
          item.ends = r.get(ends);
          item.shares = r.get(shares);
          item.downloads = r.get(downloads);
        });
  }

  private static Field<Integer> named(TableField<?, String> name, String word) {
    return count().filterWhere(name.eq(word));
  }

  private static Reads of(Map<UUID, Reads> reads, UUID item) {
    return reads.computeIfAbsent(item, _ -> new Reads());
  }
}
