package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.ACTION;
import static io.leadwell.tables.collect.Tables.VISIT;
import static io.leadwell.tables.collect.Tables.VISITOR;
import static io.leadwell.tables.collect.Tables.VISIT_PAGE;
import static org.jooq.impl.DSL.any;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of visits as they are asked for. */
@Component
class VisitStore {

  private static final int COUNTED = 10_000;

  private final DSLContext dsl;
  private final VisitRows rows;

  VisitStore(DSLContext dsl, VisitRows rows) {
    this.dsl = dsl;
    this.rows = rows;
  }

  Optional<Visit> find(UUID id) {
    return dsl.selectFrom(VISIT).where(VISIT.ID.eq(id)).fetchOptional(rows::visit);
  }

  Optional<VisitDetail> detail(UUID id) {
    return find(id).map(visit -> new VisitDetail(visit, pages(id), actions(id)));
  }

  Optional<Visit> firstFromSomewhere(UUID visitor) {
    return dsl.selectFrom(VISIT)
        .where(VISIT.VISITOR_ID.eq(visitor).and(VISIT.DIRECT.isFalse()))
        .orderBy(VISIT.STARTED_AT, VISIT.ID)
        .limit(1)
        .fetchOptional(rows::visit);
  }

  Optional<Visit> last(UUID visitor) {
    return dsl.selectFrom(VISIT)
        .where(VISIT.VISITOR_ID.eq(visitor))
        .orderBy(VISIT.STARTED_AT.desc(), VISIT.ID.desc())
        .limit(1)
        .fetchOptional(rows::visit);
  }

  /** Oldest first. */
  List<Visit> ofPerson(Collection<UUID> person) {
    return dsl.selectFrom(VISIT)
        .where(VISIT.PERSON_ID.eq(any(person.toArray(UUID[]::new))))
        .orderBy(VISIT.STARTED_AT, VISIT.ID)
        .fetch(rows::visit);
  }

  List<VisitPage> pages(UUID visit) {
    return dsl.selectFrom(VISIT_PAGE)
        .where(VISIT_PAGE.VISIT_ID.eq(visit).and(VISIT_PAGE.URL.isNotNull()))
        .orderBy(VISIT_PAGE.HAPPENED_AT, VISIT_PAGE.ID)
        .fetch(row ->
            new VisitPage(
                row.getId(),
                row.getHappenedAt(),
                row.getUrl(),
                row.getTitle(),
                row.getContent(),
                row.getDwellMs(),
                row.getDepth()));
  }

  List<VisitAction> actions(UUID visit) {
    return dsl.selectFrom(ACTION)
        .where(ACTION.VISIT_ID.eq(visit))
        .orderBy(ACTION.HAPPENED_AT, ACTION.ID)
        .fetch(rows::action);
  }

  /** Newest first; of one site where one is named. */
  Page<Visit> list(@Nullable String site, @Nullable String cursor, int limit) {
    Condition of = site == null ? DSL.noCondition() : VISIT.SITE.eq(site);
    Condition after = DSL.noCondition();
    List<String> last = Cursor.values(cursor, 2);
    if (last != null) {
      after =
          DSL.row(VISIT.STARTED_AT, VISIT.ID)
              .lt(Instant.parse(last.getFirst()), UUID.fromString(last.getLast()));
    }
    List<Visit> found =
        dsl.selectFrom(VISIT)
            .where(of.and(after))
            .orderBy(VISIT.STARTED_AT.desc(), VISIT.ID.desc())
            .limit(limit + 1)
            .fetch(rows::visit);
    List<Visit> items = found.subList(0, Math.min(limit, found.size()));
    String next =
        found.size() > limit
            ? Cursor.of(
                List.of(items.getLast().startedAt().toString(), items.getLast().id().toString()))
            : null;
    int total = dsl.fetchCount(DSL.select(VISIT.ID).from(VISIT).where(of).limit(COUNTED));
    return new Page<>(items, next, total, total == COUNTED);
  }

  /** From now on the visitor is this person. */
  void join(UUID visitor, UUID person, Instant at) {
    dsl.insertInto(VISITOR)
        .set(VISITOR.ID, visitor)
        .set(VISITOR.FIRST_SEEN_AT, at)
        .set(VISITOR.LAST_SEEN_AT, at)
        .set(VISITOR.PERSON_ID, person)
        .set(VISITOR.JOINED_AT, at)
        .onConflict(VISITOR.ID)
        .doUpdate()
        .set(VISITOR.PERSON_ID, person)
        .set(VISITOR.JOINED_AT, at)
        .execute();
  }

  /** Gives the visits of a visitor to a person, if they are nobody's; they are to be told then. */
  void give(UUID visitor, UUID person) {
    dsl.update(VISIT)
        .set(VISIT.PERSON_ID, person)
        .set(VISIT.UNTOLD, true)
        .where(VISIT.VISITOR_ID.eq(visitor).and(VISIT.PERSON_ID.isNull()))
        .execute();
    dsl.update(ACTION)
        .set(ACTION.PERSON_ID, person)
        .set(ACTION.UNTOLD, ACTION.VISIT_ID.isNull())
        .where(ACTION.VISITOR_ID.eq(visitor).and(ACTION.PERSON_ID.isNull()))
        .execute();
  }
}
