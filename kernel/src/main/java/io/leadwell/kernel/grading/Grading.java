package io.leadwell.kernel.grading;

import io.leadwell.kernel.grading.Graded.DeedCounted;
import io.leadwell.kernel.grading.Graded.FitGiven;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Fading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grades a lead by what is known of it. The door of the package. */
public final class Grading {

  private final GradeModel model;
  private final Facts facts;
  private final Instant now;
  private @Nullable Instant next;

  private Grading(GradeModel model, Facts facts, Instant now) {
    this.model = model;
    this.facts = facts;
    this.now = now;
  }

  /**
   * @param facts with all deeds; those that lie ahead count when their time has come
   */
  public static Graded of(GradeModel model, Facts facts, Instant now) {
    return new Grading(model, facts, now).graded();
  }

  private Graded graded() {
    List<FitGiven> fitGiven = new ArrayList<>();
    int points = 0;
    for (FitRule rule : model.fit()) {
      maybe(rule.rule().flips(facts, now));
      if (rule.rule().holds(facts, now)) {
        fitGiven.add(new FitGiven(rule));
        points += rule.points();
      }
    }
    int fit = Math.clamp(points, 0, GradeModel.MOST_FIT);

    List<DeedCounted> counted = new ArrayList<>();
    Fading engagement = Fading.none(model.halfLife());
    for (EngagementRule rule : model.engagement()) {
      for (Facts.Deed deed : latest(rule)) {
        counted.add(new DeedCounted(rule, deed));
        engagement = engagement.plus(rule.points(), deed.at());
      }
    }
    for (int from : model.matrix().engagementFrom()) {
      maybe(engagement.reaches(from, now));
    }
    return new Graded(fit, engagement, grade(fit, engagement), next, fitGiven, counted);
  }

  private List<Facts.Deed> latest(EngagementRule rule) {
    List<Facts.Deed> all = new ArrayList<>();
    for (Facts.Deed deed : facts.deeds()) {
      Facts alone = new Facts().deed(deed.at(), deed.facts());
      if (deed.at().isAfter(now)) {
        maybe(deed.at());
        continue;
      }
      maybe(rule.deed().flips(alone, now));
      if (rule.deed().holds(alone, now)) {
        all.add(deed);
      }
    }
    all.sort(Comparator.comparing(Facts.Deed::at).reversed());
    return all.subList(0, Math.min(rule.most(), all.size()));
  }

  private Grade grade(int fit, Fading engagement) {
    int letter = 0;
    for (int from : model.matrix().fitFrom()) {
      letter += fit < from ? 1 : 0;
    }
    int figure = 0;
    for (int from : model.matrix().engagementFrom()) {
      // The masses are compared, as a rule that asks for the engagement compares them.
      figure += engagement.mass() < Fading.mass(from, now, model.halfLife()) ? 1 : 0;
    }
    return new Grade(letter, figure);
  }

  private void maybe(@Nullable Instant at) {
    if (at != null && at.isAfter(now) && (next == null || at.isBefore(next))) {
      next = at;
    }
  }
}
