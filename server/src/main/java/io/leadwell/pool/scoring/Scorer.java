package io.leadwell.pool.scoring;

import io.leadwell.kernel.grading.Graded;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.pool.rules.Valuer;
import io.leadwell.tables.scoring.tables.records.GradeChangeRow;
import io.leadwell.tables.scoring.tables.records.ScoreRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Scores leads as something about them changes, before anything that may ask for the score. A row
 * is written only where it says something new: what fades needs none.
 */
@Component
@Order(10)
class Scorer implements Valuer {

  private final ActiveModels models;
  private final ScoreStore store;
  private final LearnedStore learned;

  Scorer(ActiveModels models, ScoreStore store, LearnedStore learned) {
    this.models = models;
    this.store = store;
    this.learned = learned;
  }

  @Override
  public Map<UUID, Instant> value(Map<UUID, Facts> leads, Instant now) {
    ActiveModels.Now active = models.now();
    Map<UUID, ScoreRow> before = store.of(leads.keySet());
    List<ScoreRow> scores = new ArrayList<>();
    List<GradeChangeRow> changes = new ArrayList<>();
    Map<UUID, Instant> due = new HashMap<>();
    leads.forEach((lead, facts) -> {
      ReadyModel model = active.of(facts);
      Graded graded = model.grade(facts, now);
      ScoreRow score = score(lead, model, graded, now);
      ScoreRow was = before.get(lead);
      if (!says(was, score)) {
        scores.add(score);
      }
      if (was == null
          || !was.getGrade().equals(score.getGrade())
          || !was.getRoute().equals(score.getRoute())) {
        changes.add(change(was, score));
      }
      tell(facts, graded, score);
      if (graded.next() != null) {
        due.put(lead, graded.next());
      }
    });
    store.put(scores);
    store.tell(changes);
    return due;
  }

  @Override
  public void gone(Collection<UUID> leads) {
    store.forget(leads);
    learned.forget(leads);
  }

  private static ScoreRow score(UUID lead, ReadyModel model, Graded graded, Instant now) {
    ScoreRow score = new ScoreRow();
    score.setLeadId(lead);
    score.setBusinessLine(model.line());
    score.setModelVersion(model.version());
    score.setFit(graded.fit());
    score.setEngagementMass(graded.engagement().mass());
    score.setHalfLifeSeconds(graded.engagement().halfLife().toSeconds());
    score.setGrade(graded.grade().word());
    score.setRoute(model.route(graded.grade()).word());
    score.setScoredAt(now);
    return score;
  }

  private static boolean says(@Nullable ScoreRow was, ScoreRow score) {
    return was != null
        && was.getBusinessLine().equals(score.getBusinessLine())
        && was.getModelVersion().equals(score.getModelVersion())
        && was.getFit().equals(score.getFit())
        && was.getEngagementMass().equals(score.getEngagementMass())
        && was.getHalfLifeSeconds().equals(score.getHalfLifeSeconds())
        && was.getGrade().equals(score.getGrade())
        && was.getRoute().equals(score.getRoute());
  }

  private static GradeChangeRow change(@Nullable ScoreRow was, ScoreRow score) {
    GradeChangeRow change = new GradeChangeRow();
    change.setLeadId(score.getLeadId());
    if (was != null) {
      change.setFromGrade(was.getGrade());
      change.setFromRoute(was.getRoute());
    }
    change.setToGrade(score.getGrade());
    change.setToRoute(score.getRoute());
    change.setModelVersion(score.getModelVersion());
    change.setWhy(why(was, score));
    change.setChangedAt(score.getScoredAt());
    return change;
  }

  /** In one word; the first of what may be said. */
  private static String why(@Nullable ScoreRow was, ScoreRow score) {
    if (was == null) {
      return "first";
    }
    if (!was.getModelVersion().equals(score.getModelVersion())
        || !was.getBusinessLine().equals(score.getBusinessLine())) {
      return "model";
    }
    if (!was.getEngagementMass().equals(score.getEngagementMass())) {
      return "deed";
    }
    return was.getFit().equals(score.getFit()) ? "time" : "fit";
  }

  /** What comes after asks for the score as it is now. */
  private static void tell(Facts facts, Graded graded, ScoreRow score) {
    facts
        .number(ScoreRuleFields.FIT, (long) graded.fit())
        .fading(ScoreRuleFields.ENGAGEMENT, graded.engagement())
        .without(ScoreRuleFields.GRADE)
        .choice(ScoreRuleFields.GRADE, score.getGrade())
        .without(ScoreRuleFields.ROUTE)
        .choice(ScoreRuleFields.ROUTE, score.getRoute());
  }
}
