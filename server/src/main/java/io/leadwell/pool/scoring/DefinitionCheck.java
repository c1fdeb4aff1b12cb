package io.leadwell.pool.scoring;

import static io.leadwell.pool.scoring.ModelReading.refused;

import io.leadwell.kernel.grading.Grade;
import io.leadwell.kernel.grading.GradeModel;
import io.leadwell.kernel.grading.Matrix;
import io.leadwell.pool.scoring.ModelDefinition.EngagementPart;
import io.leadwell.pool.scoring.ModelDefinition.FitPart;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a model must be like, apart from what its rules ask. */
final class DefinitionCheck {

  private static final int SHORTEST_HALF_LIFE = 7;
  private static final int LONGEST_HALF_LIFE = 365;
  private static final int MOST_RULES = 100;
  private static final int MOST_POINTS = 100;
  private static final int MOST_DEEDS = 50;
  private static final int HIGHEST_ENGAGEMENT = 10_000;
  private static final int LONGEST_LABEL = 100;
  private static final Set<String> GROUPS =
      Set.of("region", "city", "industry", "size", "title", "interest", "completeness", "other");

  private DefinitionCheck() {}

  /** What came in may lack anything, whatever its type says. */
  static ModelDefinition whole(@Nullable ModelDefinition told) {
    if (told == null) {
      throw refused("definition", "scoring.missing");
    }
    Set<String> keys = new HashSet<>();
    List<FitPart> fit = orNone(told.fit());
    List<EngagementPart> engagement = orNone(told.engagement());
    if (fit.size() > MOST_RULES || engagement.size() > MOST_RULES) {
      throw refused("fit", "scoring.tooMany", MOST_RULES);
    }
    for (int i = 0; i < fit.size(); i++) {
      check(fit.get(i), "fit." + i, keys);
    }
    for (int i = 0; i < engagement.size(); i++) {
      check(engagement.get(i), "engagement." + i, keys);
    }
    if (told.halfLifeDays() < SHORTEST_HALF_LIFE || told.halfLifeDays() > LONGEST_HALF_LIFE) {
      throw refused("halfLifeDays", "scoring.halfLife", SHORTEST_HALF_LIFE, LONGEST_HALF_LIFE);
    }
    check(told.fitFrom(), "fitFrom", GradeModel.MOST_FIT);
    check(told.engagementFrom(), "engagementFrom", HIGHEST_ENGAGEMENT);
    Map<String, String> routes = told.routes() == null ? Map.of() : told.routes();
    routes.forEach((grade, route) -> {
      if (Grade.of(grade).isEmpty() || route == null || Route.of(route).isEmpty()) {
        throw refused("routes." + grade, "scoring.route");
      }
    });
    return new ModelDefinition(
        told.halfLifeDays(), fit, engagement, told.fitFrom(), told.engagementFrom(), routes);
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static void check(List<Integer> from, String field, int highest) {
    if (from == null || from.contains(null) || !Matrix.falls(from) || from.getFirst() > highest) {
      throw refused(field, "scoring.thresholds", highest);
    }
  }

  private static void check(FitPart part, String field, Set<String> keys) {
    if (part == null || part.when() == null) {
      throw refused(field, "scoring.missing");
    }
    named(part.key(), part.zh(), part.en(), field, keys);
    if (!GROUPS.contains(String.valueOf(part.group()))) {
      throw refused(field, "scoring.group");
    }
    points(part.points(), field);
  }

  private static void check(EngagementPart part, String field, Set<String> keys) {
    if (part == null || part.where() == null) {
      throw refused(field, "scoring.missing");
    }
    named(part.key(), part.zh(), part.en(), field, keys);
    points(part.points(), field);
    if (part.most() < 1 || part.most() > MOST_DEEDS) {
      throw refused(field, "scoring.most", MOST_DEEDS);
    }
  }

  private static void points(int points, String field) {
    if (points == 0 || Math.abs(points) > MOST_POINTS) {
      throw refused(field, "scoring.points", MOST_POINTS);
    }
  }

  private static void named(
      @Nullable String key,
      @Nullable String zh,
      @Nullable String en,
      String field,
      Set<String> keys) {
    if (key == null || !key.matches("[a-z0-9-]{1,40}") || !keys.add(key)) {
      throw refused(field, "scoring.key");
    }
    if (blank(zh) && blank(en) || tooLong(zh) || tooLong(en)) {
      throw refused(field, "scoring.label", LONGEST_LABEL);
    }
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static boolean tooLong(@Nullable String text) {
    return text != null && text.length() > LONGEST_LABEL;
  }
}
