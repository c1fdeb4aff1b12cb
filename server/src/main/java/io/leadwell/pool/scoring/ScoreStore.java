package io.leadwell.pool.scoring;

import static io.leadwell.tables.scoring.Tables.GRADE_CHANGE;
import static io.leadwell.tables.scoring.Tables.SCORE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;

import io.leadwell.tables.scoring.tables.records.GradeChangeRow;
import io.leadwell.tables.scoring.tables.records.ScoreRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scores and the ledger of their changes. */
@Component
class ScoreStore {

  private final DSLContext dsl;

  ScoreStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Map<UUID, ScoreRow> of(Collection<UUID> leads) {
    return dsl.selectFrom(SCORE)
        .where(SCORE.LEAD_ID.eq(any(leads.toArray(UUID[]::new))))
        .fetchMap(SCORE.LEAD_ID);
  }

  /** One statement, however many. */
  void put(Collection<ScoreRow> scores) {
    if (scores.isEmpty()) {
      return;
    }
    dsl.insertInto(SCORE)
        .columns(SCORE.fields())
        .valuesOfRecords(scores.toArray(ScoreRow[]::new))
        .onConflict(SCORE.LEAD_ID)
        .doUpdate()
        .set(SCORE.BUSINESS_LINE, excluded(SCORE.BUSINESS_LINE))
        .set(SCORE.MODEL_VERSION, excluded(SCORE.MODEL_VERSION))
        .set(SCORE.FIT, excluded(SCORE.FIT))
        .set(SCORE.ENGAGEMENT_MASS, excluded(SCORE.ENGAGEMENT_MASS))
        .set(SCORE.HALF_LIFE_SECONDS, excluded(SCORE.HALF_LIFE_SECONDS))
        .set(SCORE.GRADE, excluded(SCORE.GRADE))
        .set(SCORE.ROUTE, excluded(SCORE.ROUTE))
        .set(SCORE.SCORED_AT, excluded(SCORE.SCORED_AT))
        .execute();
  }

  void tell(Collection<GradeChangeRow> changes) {
    if (!changes.isEmpty()) {
      dsl.batchInsert(changes).execute();
    }
  }

  void forget(Collection<UUID> leads) {
    UUID[] ids = leads.toArray(UUID[]::new);
    dsl.deleteFrom(SCORE).where(SCORE.LEAD_ID.eq(any(ids))).execute();
    dsl.deleteFrom(GRADE_CHANGE).where(GRADE_CHANGE.LEAD_ID.eq(any(ids))).execute();
  }

  /** The latest first. */
  List<GradeChangeRow> changes(UUID lead, int most) {
    return dsl.selectFrom(GRADE_CHANGE)
        .where(GRADE_CHANGE.LEAD_ID.eq(lead))
        .orderBy(GRADE_CHANGE.ID.desc())
        .limit(most)
        .fetch();
  }

  /** Changes of the route, the latest first; those before one of them, and into one route only. */
  List<GradeChangeRow> moves(@Nullable Route into, @Nullable Long before, int most) {
    Condition wanted = GRADE_CHANGE.FROM_ROUTE.isDistinctFrom(GRADE_CHANGE.TO_ROUTE);
    if (into != null) {
      wanted = wanted.and(GRADE_CHANGE.TO_ROUTE.eq(into.word()));
    }
    if (before != null) {
      wanted = wanted.and(GRADE_CHANGE.ID.lt(before));
    }
    return dsl.selectFrom(GRADE_CHANGE)
        .where(wanted)
        .orderBy(GRADE_CHANGE.ID.desc())
        .limit(most)
        .fetch();
  }
}
