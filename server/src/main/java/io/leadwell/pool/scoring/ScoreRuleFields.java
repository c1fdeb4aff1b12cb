package io.leadwell.pool.scoring;

import static io.leadwell.tables.scoring.Tables.SCORE;

import io.leadwell.kernel.rules.Kind;
import io.leadwell.pool.rules.Column;
import io.leadwell.pool.rules.Column.Join;
import io.leadwell.pool.rules.LeadTables;
import io.leadwell.pool.rules.RuleField;
import io.leadwell.pool.rules.RuleFields;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rules may ask for the score of a lead. */
@Component
class ScoreRuleFields implements RuleFields {

  static final String FIT = "score.fit";
  static final String ENGAGEMENT = "score.engagement";
  static final String GRADE = "score.grade";
  static final String ROUTE = "score.route";

  private final LeadTables tables;

  ScoreRuleFields(LeadTables tables) {
    this.tables = tables;
  }

  @Override
  public List<RuleField> ofLeads() {
    Join score = new Join(SCORE, SCORE.LEAD_ID.eq(tables.lead()));
    return List.of(
        new RuleField(GRADE, Kind.CHOICE, Column.of(SCORE.GRADE, score)).choosing("grade"),
        new RuleField(ROUTE, Kind.CHOICE, Column.of(SCORE.ROUTE, score)).choosing("route"),
        new RuleField(FIT, Kind.NUMBER, Column.of(SCORE.FIT, score)),
        new RuleField(
            ENGAGEMENT,
            Kind.FADING,
            new Column.Fades(SCORE.ENGAGEMENT_MASS, SCORE.HALF_LIFE_SECONDS, List.of(score))));
  }
}
