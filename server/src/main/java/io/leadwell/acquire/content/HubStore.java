package io.leadwell.acquire.content;

import static io.leadwell.tables.content.Tables.FILE;
import static io.leadwell.tables.content.Tables.ITEM;
import static org.jooq.impl.DSL.when;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What is public. */
@Repository
class HubStore {

  static final Condition PUBLIC = ITEM.STATUS.eq(ItemStatus.PUBLISHED.word());

  private static final List<SelectField<?>> COLUMNS =
      List.of(
          ITEM.ID,
          ITEM.KIND,
          ITEM.TITLE,
          ITEM.SLUG,
          ITEM.LANGUAGE,
          ITEM.SUMMARY,
          ITEM.COVER,
          ITEM.TAGS,
          ITEM.GATE,
          ITEM.PUBLISHED_AT,
          FILE.PAGES,
          FILE.SECONDS);

  private final DSLContext dsl;

  HubStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  int count(Condition condition) {
    return dsl.fetchCount(ITEM, PUBLIC.and(condition));
  }

  /** The newest first. */
  List<HubItem> list(Condition condition, int offset, int limit) {
    return read(condition, List.of(ITEM.PUBLISHED_AT.desc(), ITEM.ID.desc()), offset, limit);
  }

  /** Others with the same tags, kind or business line; the more in common, the earlier. */
  List<HubItem> related(Item item, int limit) {
    Field<Integer> likeness = points(ITEM.KIND.eq(item.said().kind().word()), 1);
    for (String tag : item.said().tags()) {
      likeness = likeness.plus(points(ITEM.TAGS.contains(new String[] {tag}), 2));
    }
    if (item.said().businessLine() != null) {
      likeness = likeness.plus(points(ITEM.BUSINESS_LINE.eq(item.said().businessLine()), 2));
    }
    likeness = likeness.plus(points(ITEM.LANGUAGE.eq(item.said().language()), 1));
    return read(
        ITEM.ID.ne(item.id()),
        List.of(likeness.desc(), ITEM.PUBLISHED_AT.desc(), ITEM.ID.desc()),
        0,
        limit);
  }

  private static Field<Integer> points(Condition condition, int points) {
    return when(condition, DSL.inline(points)).otherwise(DSL.inline(0));
  }

  List<ItemKind> kinds() {
    return dsl.selectDistinct(ITEM.KIND).from(ITEM).where(PUBLIC).fetch(ITEM.KIND).stream()
        .map(ItemKind::of)
        .sorted()
        .toList();
  }

  private List<HubItem> read(Condition condition, List<SortField<?>> order, int offset, int limit) {
    return dsl.select(COLUMNS)
        .from(ITEM)
        .leftJoin(FILE)
        .on(FILE.SHA256.eq(ITEM.FILE))
        .where(PUBLIC.and(condition))
        .orderBy(order)
        .offset(offset)
        .limit(limit)
        .fetch(HubStore::item);
  }

  private static HubItem item(Record row) {
    return new HubItem(
        row.get(ITEM.ID),
        ItemKind.of(row.get(ITEM.KIND)),
        row.get(ITEM.TITLE),
        row.get(ITEM.SLUG),
        row.get(ITEM.LANGUAGE),
        row.get(ITEM.SUMMARY),
        row.get(ITEM.COVER),
        List.of(row.get(ITEM.TAGS)),
        Gate.Place.of(row.get(ITEM.GATE)) != Gate.Place.NONE,
        row.get(FILE.PAGES),
        row.get(FILE.SECONDS),
        row.get(ITEM.PUBLISHED_AT));
  }
}
