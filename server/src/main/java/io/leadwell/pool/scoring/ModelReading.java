package io.leadwell.pool.scoring;

import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.grading.EngagementRule;
import io.leadwell.kernel.grading.FitRule;
import io.leadwell.kernel.grading.Grade;
import io.leadwell.kernel.grading.GradeModel;
import io.leadwell.kernel.grading.Matrix;
import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.kernel.rules.Rule;
import io.leadwell.pool.rules.Catalogue;
import io.leadwell.pool.rules.Rules;
import io.leadwell.pool.scoring.ModelDefinition.EngagementPart;
import io.leadwell.pool.scoring.ModelDefinition.FitPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Understands models, and says what is wrong with one. */
@Component
class ModelReading {

  /** Rules would ask for what follows from them: scores, and segments made of scores. */
  private static final Pattern FOLLOWING = Pattern.compile("score\\..*|lead\\.segment");

  private static final String SHIPPED = "/scoring/model.json";

  private final Rules rules;
  private final JsonMapper json;
  private final ModelDefinition shipped;

  ModelReading(Rules rules, JsonMapper json) {
    this.rules = rules;
    this.json = json;
    try (InputStream file = ModelReading.class.getResourceAsStream(SHIPPED)) {
      this.shipped = json.readValue(file, ModelDefinition.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model every installation begins with. */
  ModelDefinition shipped() {
    return shipped;
  }

  ModelDefinition read(String stored) {
    return json.readValue(stored, ModelDefinition.class);
  }

  String write(ModelDefinition definition) {
    return json.writeValueAsString(definition);
  }

  /**
   * Of a model that was checked when it was kept; a rule whose field went since gives no points.
   */
  ReadyModel ready(String line, int version, ModelDefinition definition) {
    return ready(line, version, definition, rules.catalogue());
  }

  private ReadyModel ready(
      String line, int version, ModelDefinition definition, Catalogue catalogue) {
    Set<String> broken = new HashSet<>();
    List<FitRule> fit = new ArrayList<>();
    for (FitPart part : definition.fit()) {
      try {
        fit.add(new FitRule(part.key(), understood(part, catalogue), part.points()));
      } catch (Problem _) {
        broken.add(part.key());
      }
    }
    List<EngagementRule> engagement = new ArrayList<>();
    for (EngagementPart part : definition.engagement()) {
      try {
        engagement.add(
            new EngagementRule(
                part.key(), understood(part, catalogue), part.points(), part.most()));
      } catch (Problem _) {
        broken.add(part.key());
      }
    }
    Map<Grade, Route> routes = new HashMap<>();
    definition
        .routes()
        .forEach((grade, route) ->
            Grade.of(grade).ifPresent(of -> routes.put(of, Route.of(route).orElse(Route.NONE))));
    return new ReadyModel(
        line,
        version,
        definition,
        new GradeModel(
            fit,
            engagement,
            Duration.ofDays(definition.halfLifeDays()),
            new Matrix(definition.fitFrom(), definition.engagementFrom())),
        routes,
        broken);
  }

  /** Refuses a rule that asks for what there is not, or for the score itself. */
  void checkRules(ModelDefinition definition) {
    Catalogue catalogue = rules.catalogue();
    for (int i = 0; i < definition.fit().size(); i++) {
      FitPart part = definition.fit().get(i);
      try {
        understood(part, catalogue);
      } catch (Problem _) {
        throw refused("fit." + i, "scoring.rule");
      }
      if (asked(rules.read(part.when())).anyMatch(field -> FOLLOWING.matcher(field).matches())) {
        throw refused("fit." + i, "scoring.circle");
      }
    }
    for (int i = 0; i < definition.engagement().size(); i++) {
      try {
        understood(definition.engagement().get(i), catalogue);
      } catch (Problem _) {
        throw refused("engagement." + i, "scoring.rule");
      }
    }
  }

  private Rule understood(FitPart part, Catalogue catalogue) {
    return rules.understand(rules.read(part.when()), catalogue);
  }

  private Rule.Deeds understood(EngagementPart part, Catalogue catalogue) {
    Condition one = rules.read(json.createObjectNode().put("least", 1).set("did", part.where()));
    if (rules.understand(one, catalogue) instanceof Rule.Deeds deeds && !deeds.where().isEmpty()) {
      return deeds;
    }
    throw refused("engagement", "scoring.rule");
  }

  private static Stream<String> asked(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.of().stream().flatMap(ModelReading::asked);
      case Condition.Any any -> any.of().stream().flatMap(ModelReading::asked);
      case Condition.Not not -> asked(not.of());
      case Asks asks -> Stream.of(asks.field());
      case Condition.Did _ -> Stream.empty();
    };
  }

  static Problem refused(String field, String text, Object... arguments) {
    return Problem.field(ScoringProblem.SCORING_INVALID, field, text, arguments);
  }
}
