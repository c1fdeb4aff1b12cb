package io.leadwell.pool.scoring;

import static io.leadwell.tables.scoring.Tables.ACTIVE;
import static io.leadwell.tables.scoring.Tables.MODEL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import io.leadwell.base.platform.Ids;
import io.leadwell.tables.scoring.tables.records.ActiveRow;
import io.leadwell.tables.scoring.tables.records.ModelRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Models, drafts, and which one counts. */
@Component
class ModelStore {

  /** What counts for a line, since when, by whom. */
  record Active(ModelRow model, Instant since, String by) {}

  private final DSLContext dsl;

  ModelStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Of every line that has one of its own. */
  List<Active> active() {
    return dsl.select()
        .from(ACTIVE)
        .join(MODEL)
        .on(MODEL.ID.eq(ACTIVE.MODEL_ID))
        .fetch(row -> {
          ActiveRow active = row.into(ACTIVE);
          return new Active(row.into(MODEL), active.getSince(), active.getPublishedBy());
        });
  }

  Optional<Active> active(String line) {
    return active().stream().filter(one -> one.model().getBusinessLine().equals(line)).findFirst();
  }

  /** Lines with a draft or a version. */
  SortedSet<String> lines() {
    return new TreeSet<>(
        dsl.selectDistinct(MODEL.BUSINESS_LINE).from(MODEL).fetch(MODEL.BUSINESS_LINE));
  }

  Optional<ModelRow> draft(String line) {
    return dsl.selectFrom(MODEL)
        .where(MODEL.BUSINESS_LINE.eq(line))
        .and(MODEL.VERSION.isNull())
        .fetchOptional();
  }

  Optional<ModelRow> version(String line, int version) {
    return dsl.selectFrom(MODEL)
        .where(MODEL.BUSINESS_LINE.eq(line))
        .and(MODEL.VERSION.eq(version))
        .fetchOptional();
  }

  /** Published ones, the latest first. */
  List<ModelRow> versions(String line) {
    return dsl.selectFrom(MODEL)
        .where(MODEL.BUSINESS_LINE.eq(line))
        .and(MODEL.VERSION.isNotNull())
        .orderBy(MODEL.VERSION.desc())
        .fetch();
  }

  /** Whether the draft is now so; not, when somebody changed it since that revision. */
  boolean keepDraft(String line, int revision, String definition, Instant now, String by) {
    if (revision == 0) {
      return dsl.insertInto(MODEL)
              .set(MODEL.ID, Ids.next())
              .set(MODEL.BUSINESS_LINE, line)
              .set(MODEL.DEFINITION, JSONB.valueOf(definition))
              .set(MODEL.REVISION, 1)
              .set(MODEL.CHANGED_AT, now)
              .set(MODEL.CHANGED_BY, by)
              .onConflictDoNothing()
              .execute()
          == 1;
    }
    return dsl.update(MODEL)
            .set(MODEL.DEFINITION, JSONB.valueOf(definition))
            .set(MODEL.REVISION, revision + 1)
            .set(MODEL.CHANGED_AT, now)
            .set(MODEL.CHANGED_BY, by)
            .where(MODEL.BUSINESS_LINE.eq(line))
            .and(MODEL.VERSION.isNull())
            .and(MODEL.REVISION.eq(revision))
            .execute()
        == 1;
  }

  boolean dropDraft(String line) {
    return dsl.deleteFrom(MODEL)
            .where(MODEL.BUSINESS_LINE.eq(line))
            .and(MODEL.VERSION.isNull())
            .execute()
        == 1;
  }

  /** Makes the draft the next version; which one, or empty when it changed since that revision. */
  Optional<Integer> publish(
      String line, int revision, @Nullable String note, Instant now, String by) {
    int next =
        dsl.select(coalesce(max(MODEL.VERSION), 0))
                .from(MODEL)
                .where(MODEL.BUSINESS_LINE.eq(line))
                .fetchSingle()
                .value1()
            + 1;
    int published =
        dsl.update(MODEL)
            .set(MODEL.VERSION, next)
            .set(MODEL.NOTE, note)
            .set(MODEL.PUBLISHED_AT, now)
            .set(MODEL.CHANGED_BY, by)
            .where(MODEL.BUSINESS_LINE.eq(line))
            .and(MODEL.VERSION.isNull())
            .and(MODEL.REVISION.eq(revision))
            .execute();
    return published == 1 ? Optional.of(next) : Optional.empty();
  }

  void activate(String line, UUID model, Instant now, String by) {
    dsl.insertInto(ACTIVE)
        .set(ACTIVE.BUSINESS_LINE, line)
        .set(ACTIVE.MODEL_ID, model)
        .set(ACTIVE.SINCE, now)
        .set(ACTIVE.PUBLISHED_BY, by)
        .onConflict(ACTIVE.BUSINESS_LINE)
        .doUpdate()
        .set(ACTIVE.MODEL_ID, model)
        .set(ACTIVE.SINCE, now)
        .set(ACTIVE.PUBLISHED_BY, by)
        .execute();
  }

  /** The line has none of its own any more. */
  void deactivate(String line) {
    dsl.deleteFrom(ACTIVE).where(ACTIVE.BUSINESS_LINE.eq(line)).execute();
  }
}
