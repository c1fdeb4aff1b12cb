package io.leadwell.acquire.content;

import static io.leadwell.tables.content.Tables.ADDRESS;
import static io.leadwell.tables.content.Tables.ITEM;
import static io.leadwell.tables.content.Tables.SPELLING;
import static io.leadwell.tables.content.Tables.TITLE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Items in the database, with every address and title they have had. */
@Repository
class ItemStore {

  private final DSLContext dsl;

  ItemStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Item> find(UUID id) {
    return dsl.select(ItemRows.COLUMNS)
        .from(ITEM)
        .where(ITEM.ID.eq(id))
        .fetchOptional(ItemRows::item);
  }

  Optional<Item> findForUpdate(UUID id) {
    return dsl.select(ItemRows.COLUMNS)
        .from(ITEM)
        .where(ITEM.ID.eq(id))
        .forUpdate()
        .fetchOptional(ItemRows::item);
  }

  /** By an address it has or had. */
  Optional<Item> at(String slug) {
    return dsl.select(ItemRows.COLUMNS)
        .from(ITEM)
        .where(ITEM.ID.in(dsl.select(ADDRESS.ITEM_ID).from(ADDRESS).where(ADDRESS.SLUG.eq(slug))))
        .fetchOptional(ItemRows::item);
  }

  List<Item> all(Collection<UUID> ids) {
    return dsl.select(ItemRows.COLUMNS)
        .from(ITEM)
        .where(ITEM.ID.eq(any(ids.toArray(UUID[]::new))))
        .fetch(ItemRows::item);
  }

  /** The last changed first. */
  Page<Item> page(ItemFilter filter, @Nullable String cursor, int limit) {
    Condition condition = condition(filter);
    List<String> after = Cursor.values(cursor, 2);
    Condition seek =
        after == null
            ? noCondition()
            : row(ITEM.CHANGED_AT, ITEM.ID)
                .lt(Instant.parse(after.getFirst()), UUID.fromString(after.getLast()));
    List<Item> found =
        dsl.select(ItemRows.COLUMNS)
            .from(ITEM)
            .where(condition.and(seek))
            .orderBy(ITEM.CHANGED_AT.desc(), ITEM.ID.desc())
            .limit(limit + 1)
            .fetch(ItemRows::item);
    boolean more = found.size() > limit;
    List<Item> shown = more ? List.copyOf(found.subList(0, limit)) : List.copyOf(found);
    String next =
        more
            ? Cursor.of(
                List.of(shown.getLast().changedAt().toString(), shown.getLast().id().toString()))
            : null;
    return new Page<>(shown, next, dsl.fetchCount(ITEM, condition), false);
  }

  static Condition condition(ItemFilter filter) {
    Condition condition = noCondition();
    if (filter.text() != null && !filter.text().isBlank()) {
      SearchText query = SearchText.query(filter.text());
      condition = condition.and(ITEM.SEARCH_TEXT.contains(query.text()));
      if (query.grams().length > 0) {
        condition = condition.and(ITEM.GRAMS.contains(query.grams()));
      }
    }
    if (filter.kind() != null) {
      condition = condition.and(ITEM.KIND.eq(filter.kind().word()));
    }
    if (filter.status() != null) {
      condition = condition.and(ITEM.STATUS.eq(filter.status().word()));
    }
    String tag = Texts.line(filter.tag());
    if (tag != null) {
      condition = condition.and(ITEM.TAGS.contains(new String[] {tag}));
    }
    if (filter.authorId() != null) {
      condition = condition.and(ITEM.AUTHOR_ID.eq(filter.authorId()));
    }
    if (filter.departmentId() != null) {
      condition = condition.and(ITEM.DEPARTMENT_ID.eq(filter.departmentId()));
    }
    if (filter.serves() != null) {
      condition = condition.and(ITEM.SERVES.eq(filter.serves().word()));
    }
    return condition;
  }

  void insert(UUID id, ItemDraft draft, SearchText search, @Nullable UUID by, Instant at) {
    dsl.insertInto(ITEM)
        .set(ITEM.ID, id)
        .set(ITEM.CREATED_BY, by)
        .set(ITEM.CREATED_AT, at)
        .set(ITEM.CHANGED_AT, at)
        .set(ItemRows.values(draft, search))
        .execute();
  }

  void update(UUID id, ItemDraft draft, SearchText search, Instant at) {
    dsl.update(ITEM)
        .set(ItemRows.values(draft, search))
        .set(ITEM.VERSION, ITEM.VERSION.plus(1))
        .set(ITEM.CHANGED_AT, at)
        .where(ITEM.ID.eq(id))
        .execute();
  }

  void status(UUID id, ItemStatus status, Instant at) {
    dsl.update(ITEM)
        .set(ITEM.STATUS, status.word())
        .set(
            ITEM.PUBLISHED_AT,
            status == ItemStatus.PUBLISHED
                ? coalesce(ITEM.PUBLISHED_AT, val(at))
                : ITEM.PUBLISHED_AT)
        .set(ITEM.CHANGED_AT, at)
        .set(ITEM.VERSION, ITEM.VERSION.plus(1))
        .where(ITEM.ID.eq(id))
        .execute();
  }

  void delete(UUID id) {
    dsl.deleteFrom(ITEM).where(ITEM.ID.eq(id)).execute();
  }

  /** True when the address is the item's now or was before. Waits for whoever takes it. */
  boolean takeAddress(String slug, UUID item) {
    return dsl.insertInto(ADDRESS)
            .set(ADDRESS.SLUG, slug)
            .set(ADDRESS.ITEM_ID, item)
            .onConflict(ADDRESS.SLUG)
            .doUpdate()
            .set(ADDRESS.SLUG, slug)
            .where(ADDRESS.ITEM_ID.eq(item))
            .execute()
        == 1;
  }

  /**
   * True when the title is the item's now or was before. Another spelling is one more word for it.
   */
  boolean takeTitle(String key, String title, UUID item) {
    boolean taken =
        dsl.insertInto(TITLE)
                .set(TITLE.TITLE_KEY, key)
                .set(TITLE.TITLE_, title)
                .set(TITLE.ITEM_ID, item)
                .onConflict(TITLE.TITLE_KEY)
                .doUpdate()
                .set(TITLE.TITLE_, title)
                .where(TITLE.ITEM_ID.eq(item))
                .execute()
            == 1;
    if (taken) {
      dsl.insertInto(SPELLING)
          .set(SPELLING.SPELLING_, title)
          .set(SPELLING.TITLE_KEY, key)
          .onConflictDoNothing()
          .execute();
    }
    return taken;
  }

  /** What was never public need not be kept from others. */
  void keepOnly(UUID item, String slug, String titleKey, String title) {
    dsl.deleteFrom(ADDRESS).where(ADDRESS.ITEM_ID.eq(item).and(ADDRESS.SLUG.ne(slug))).execute();
    dsl.deleteFrom(TITLE).where(TITLE.ITEM_ID.eq(item).and(TITLE.TITLE_KEY.ne(titleKey))).execute();
    dsl.deleteFrom(SPELLING)
        .where(SPELLING.TITLE_KEY.eq(titleKey).and(SPELLING.SPELLING_.ne(title)))
        .execute();
  }

  /** Every title of each item in every spelling, by which touches and leads name it. */
  Map<UUID, List<String>> titles(Collection<UUID> items) {
    Map<UUID, List<String>> titles = new HashMap<>();
    dsl.select(TITLE.ITEM_ID, SPELLING.SPELLING_)
        .from(SPELLING)
        .join(TITLE)
        .on(TITLE.TITLE_KEY.eq(SPELLING.TITLE_KEY))
        .where(TITLE.ITEM_ID.eq(any(items.toArray(UUID[]::new))))
        .orderBy(SPELLING.SPELLING_)
        .forEach(
            row -> titles.computeIfAbsent(row.value1(), _ -> new ArrayList<>()).add(row.value2()));
    return titles;
  }

  /** Every tag in use, the most used first. */
  List<String> tags(Condition which, int atMost) {
    Table<?> tag = unnest(ITEM.TAGS).as("tag", "word");
    Field<String> word = field(name("tag", "word"), String.class);
    return dsl.select(word)
        .from(ITEM)
        .crossJoin(lateral(tag))
        .where(which)
        .groupBy(word)
        .orderBy(count().desc(), word)
        .limit(atMost)
        .fetch(Record1::value1);
  }
}
