package io.leadwell.pool.scoring;

import static io.leadwell.tables.scoring.Tables.CHANCE;
import static io.leadwell.tables.scoring.Tables.LEARNED;
import static io.leadwell.tables.scoring.Tables.SCORE;
import static org.jooq.impl.DSL.select;

import io.leadwell.kernel.rules.Kind;
import io.leadwell.pool.rules.Column;
import io.leadwell.pool.rules.Column.Join;
import io.leadwell.pool.rules.LeadTables;
import io.leadwell.pool.rules.RuleField;
import io.leadwell.pool.rules.RuleFields;
import java.util.List;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Rules may ask for the score of a lead. */
@Component
class ScoreRuleFields implements RuleFields {

  static final String FIT = "score.fit";
  static final String ENGAGEMENT = "score.engagement";
  static final String GRADE = "score.grade";
  static final String ROUTE = "score.route";
  static final String CHANCE_OF_WINNING = "score.chance";

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
        // in per cent, as people write it
        new RuleField(
            CHANCE_OF_WINNING,
            Kind.NUMBER,
            Column.of(CHANCE.CHANCE_.cast(SQLDataType.NUMERIC(8, 5)).mul(100), chance())),
        new RuleField(FIT, Kind.NUMBER, Column.of(SCORE.FIT, score)),
        new RuleField(
            ENGAGEMENT,
            Kind.FADING,
            new Column.Fades(SCORE.ENGAGEMENT_MASS, SCORE.HALF_LIFE_SECONDS, List.of(score))));
  }

  /** Of the version that is applied; none where none is. */
  private Join chance() {
    return new Join(
        CHANCE,
        CHANCE
            .LEAD_ID
            .eq(tables.lead())
            .and(
                CHANCE.VERSION.eq(
                    select(LEARNED.VERSION).from(LEARNED).where(LEARNED.APPLIED_AT.isNotNull()))));
  }
}
