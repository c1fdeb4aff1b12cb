package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.ACTION;
import static io.leadwell.tables.collect.Tables.SIGHTING;
import static io.leadwell.tables.collect.Tables.VISIT;
import static io.leadwell.tables.collect.Tables.VISITOR;
import static io.leadwell.tables.collect.Tables.VISIT_PAGE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;

import io.leadwell.base.platform.Database;
import io.leadwell.pool.leads.People;
import io.leadwell.tables.collect.tables.records.VisitPageRow;
import io.leadwell.tables.collect.tables.records.VisitRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of visits as the folding reads and writes them. */
@Component
class FoldStore {

  /** Rows of one statement. */
  private static final int ROWS = 500;

  /** What a later hit may change of a visit. */
  private static final List<Field<?>> CHANGING =
      List.of(
          VISIT.STARTED_AT,
          VISIT.ENDED_AT,
          VISIT.LANDED_AT,
          VISIT.LANDING_URL,
          VISIT.REFERRER,
          VISIT.CHANNEL_ID,
          VISIT.CAMPAIGN_ID,
          VISIT.PLAN,
          VISIT.UNIT,
          VISIT.KEYWORD,
          VISIT.UTM,
          VISIT.CLICK_ID_KIND,
          VISIT.CLICK_ID,
          VISIT.REFERRER_HOST,
          VISIT.DIRECT);

  /** When a visitor was seen. */
  private record Seen(Instant first, Instant last) {

    static Seen at(Instant at) {
      return new Seen(at, at);
    }

    static Seen plus(Seen one, Seen other) {
      return new Seen(
          one.first.isBefore(other.first) ? one.first : other.first,
          one.last.isAfter(other.last) ? one.last : other.last);
    }
  }

  private final DSLContext dsl;
  private final Database database;
  private final VisitRows rows;
  private final People people;

  FoldStore(DSLContext dsl, Database database, VisitRows rows, People people) {
    this.dsl = dsl;
    this.database = database;
    this.rows = rows;
    this.people = people;
  }

  /** The visits that are there already, to be gone on with. */
  Map<UUID, OpenVisit> open(Collection<UUID> ids) {
    return dsl.selectFrom(VISIT)
        .where(VISIT.ID.eq(any(ids.toArray(UUID[]::new))))
        .fetchMap(VISIT.ID, rows::open);
  }

  /**
   * Notes when visitors were seen, and says who of them is known to be whom: by what was told here,
   * else by the cookies the pool has seen.
   */
  Map<UUID, UUID> seen(List<Hit> hits) {
    // In the order of ids: whoever joins a visitor meanwhile holds its row.
    Map<UUID, Seen> visitors = new TreeMap<>();
    for (Hit hit : hits) {
      visitors.merge(hit.visitor(), Seen.at(hit.happenedAt()), Seen::plus);
    }
    Map<UUID, UUID> known = new HashMap<>();
    List<String> strangers = new ArrayList<>();
    dsl.insertInto(VISITOR, VISITOR.ID, VISITOR.FIRST_SEEN_AT, VISITOR.LAST_SEEN_AT)
        .select(rows(visitors))
        .onConflict(VISITOR.ID)
        .doUpdate()
        .set(VISITOR.FIRST_SEEN_AT, least(VISITOR.FIRST_SEEN_AT, excluded(VISITOR.FIRST_SEEN_AT)))
        .set(VISITOR.LAST_SEEN_AT, greatest(VISITOR.LAST_SEEN_AT, excluded(VISITOR.LAST_SEEN_AT)))
        .returning(VISITOR.ID, VISITOR.PERSON_ID)
        .fetch()
        .forEach(row -> {
          if (row.getPersonId() == null) {
            strangers.add(row.getId().toString());
          } else {
            known.put(row.getId(), row.getPersonId());
          }
        });
    people
        .ofVisitors(strangers)
        .forEach((cookie, person) -> known.put(UUID.fromString(cookie), person));
    return known;
  }

  /** Three arrays are one statement that is planned once, however many rows. */
  private static Select<Record3<UUID, Instant, Instant>> rows(Map<UUID, Seen> visitors) {
    UUID[] ids = visitors.keySet().toArray(UUID[]::new);
    String[] first =
        visitors.values().stream().map(seen -> seen.first().toString()).toArray(String[]::new);
    String[] last =
        visitors.values().stream().map(seen -> seen.last().toString()).toArray(String[]::new);
    return DSL.select(
            DSL.field(DSL.name("id"), VISITOR.ID.getDataType()),
            DSL.field(DSL.name("first"), SQLDataType.CLOB).cast(VISITOR.FIRST_SEEN_AT),
            DSL.field(DSL.name("last"), SQLDataType.CLOB).cast(VISITOR.LAST_SEEN_AT))
        .from(
            Database.rows(DSL.val(ids), DSL.val(first), DSL.val(last))
                .as("seen", "id", "first", "last"));
  }

  /**
   * {@code known} are the visitors whose user is known. Most visits are new: those are loaded at a
   * third of what it costs to look at each whether it is there, and summed before they are written.
   */
  void write(Collection<OpenVisit> visits, Map<UUID, UUID> known) {
    List<VisitRow> fresh = new ArrayList<>();
    List<VisitRow> changed = new ArrayList<>();
    List<VisitPageRow> freshPages = new ArrayList<>();
    List<VisitPageRow> changedPages = new ArrayList<>();
    for (OpenVisit visit : visits) {
      (visit.fresh ? fresh : changed).add(rows.row(visit, known.get(visit.visitor())));
      List<VisitPageRow> pages = visit.fresh ? freshPages : changedPages;
      visit.pages.values().forEach(page -> pages.add(VisitRows.row(visit.id(), page)));
    }
    load(VISIT, fresh);
    load(VISIT_PAGE, freshPages);
    parts(changed).forEach(this::writeVisits);
    parts(changedPages).forEach(this::writePages);
    if (!changedPages.isEmpty()) {
      sum(changed.stream().map(VisitRow::getId).toList());
    }
  }

  /** Nobody else begins visits: the reader's position is held until the commit. */
  private void load(Table<?> table, List<? extends TableRecord<?>> all) {
    List<Object[]> values = new ArrayList<>(all.size());
    for (TableRecord<?> row : all) {
      // One by one: what the row itself offers for this converts each anew, for half of the time.
      @Nullable Object[] each = new @Nullable Object[row.size()];
      for (int i = 0; i < each.length; i++) {
        each[i] = row.get(i);
      }
      values.add(each);
    }
    database.copy(table, List.of(table.fields()), values);
  }

  /** Notes what was done beside seeing pages; that of {@code known} visitors is to be told. */
  void act(List<Hit> actions, Map<UUID, UUID> known) {
    parts(actions)
        .forEach(some ->
            dsl.insertInto(ACTION)
                .set(some.stream().map(hit -> rows.action(hit, known.get(hit.visitor()))).toList())
                .onConflictDoNothing()
                .execute());
  }

  void sighted(Map<String, List<Hit>> bySite) {
    new TreeMap<>(bySite)
        .forEach((site, hits) -> {
          Instant first = hits.getFirst().receivedAt();
          Instant last = first;
          String url = null;
          for (Hit hit : hits) {
            first = hit.receivedAt().isBefore(first) ? hit.receivedAt() : first;
            last = hit.receivedAt().isAfter(last) ? hit.receivedAt() : last;
            url = hit.facts().url() == null ? url : hit.facts().url();
          }
          dsl.insertInto(SIGHTING)
              .set(SIGHTING.SITE, site)
              .set(SIGHTING.FIRST_AT, first)
              .set(SIGHTING.LAST_AT, last)
              .set(SIGHTING.LAST_URL, url)
              .onConflict(SIGHTING.SITE)
              .doUpdate()
              .set(SIGHTING.LAST_AT, greatest(SIGHTING.LAST_AT, excluded(SIGHTING.LAST_AT)))
              .set(SIGHTING.LAST_URL, coalesce(excluded(SIGHTING.LAST_URL), SIGHTING.LAST_URL))
              .execute();
        });
  }

  private void writeVisits(List<VisitRow> visits) {
    Map<Field<?>, Field<?>> changes = new HashMap<>();
    CHANGING.forEach(field -> changes.put(field, excluded(field)));
    // A visit stays with whom it was given to.
    changes.put(VISIT.PERSON_ID, coalesce(VISIT.PERSON_ID, excluded(VISIT.PERSON_ID)));
    changes.put(
        VISIT.UNTOLD,
        DSL.field(VISIT.PERSON_ID.isNotNull().or(excluded(VISIT.PERSON_ID).isNotNull())));
    dsl.insertInto(VISIT).set(visits).onConflict(VISIT.ID).doUpdate().set(changes).execute();
  }

  private void writePages(List<VisitPageRow> pages) {
    dsl.insertInto(VISIT_PAGE)
        .set(pages)
        .onConflict(VISIT_PAGE.VISIT_ID, VISIT_PAGE.ID)
        .doUpdate()
        // A row without an address is a dwell that came before its page.
        .set(
            VISIT_PAGE.HAPPENED_AT,
            DSL.when(VISIT_PAGE.URL.isNull(), excluded(VISIT_PAGE.HAPPENED_AT))
                .otherwise(VISIT_PAGE.HAPPENED_AT))
        .set(VISIT_PAGE.URL, coalesce(VISIT_PAGE.URL, excluded(VISIT_PAGE.URL)))
        .set(VISIT_PAGE.TITLE, coalesce(VISIT_PAGE.TITLE, excluded(VISIT_PAGE.TITLE)))
        .set(VISIT_PAGE.CONTENT, coalesce(VISIT_PAGE.CONTENT, excluded(VISIT_PAGE.CONTENT)))
        .set(VISIT_PAGE.DWELL_MS, greatest(VISIT_PAGE.DWELL_MS, excluded(VISIT_PAGE.DWELL_MS)))
        .set(VISIT_PAGE.DEPTH, greatest(VISIT_PAGE.DEPTH, excluded(VISIT_PAGE.DEPTH)))
        .execute();
  }

  /** Pages and dwell of visits, summed anew from their pages. */
  private void sum(List<UUID> visits) {
    Field<Integer> pages = DSL.count(VISIT_PAGE.URL).as("pages");
    Field<Long> dwell = DSL.sum(VISIT_PAGE.DWELL_MS).cast(Long.class).as("dwell");
    var sums =
        DSL.select(VISIT_PAGE.VISIT_ID, pages, dwell)
            .from(VISIT_PAGE)
            .where(VISIT_PAGE.VISIT_ID.eq(any(visits.toArray(UUID[]::new))))
            .groupBy(VISIT_PAGE.VISIT_ID)
            .asTable("sums");
    dsl.update(VISIT)
        .set(VISIT.PAGES, sums.field(pages))
        .set(VISIT.DWELL_MS, sums.field(dwell))
        .from(sums)
        .where(VISIT.ID.eq(sums.field(VISIT_PAGE.VISIT_ID)))
        .execute();
  }

  private static <T> List<List<T>> parts(Collection<T> all) {
    List<T> list = List.copyOf(all);
    List<List<T>> parts = new ArrayList<>();
    for (int i = 0; i < list.size(); i += ROWS) {
      parts.add(list.subList(i, Math.min(list.size(), i + ROWS)));
    }
    return parts;
  }
}
