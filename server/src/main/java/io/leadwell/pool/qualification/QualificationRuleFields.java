package io.leadwell.pool.qualification;

import static io.leadwell.tables.qualification.Tables.BANT;
import static io.leadwell.tables.qualification.Tables.DEFINITION;
import static io.leadwell.tables.qualification.Tables.QUALIFIED;

import io.leadwell.kernel.rules.Kind;
import io.leadwell.pool.rules.Column;
import io.leadwell.pool.rules.Column.Join;
import io.leadwell.pool.rules.LeadTables;
import io.leadwell.pool.rules.RuleField;
import io.leadwell.pool.rules.RuleFields;
import java.util.List;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Rules may ask for BANT, and under which definition a lead became MQL. */
@Component
class QualificationRuleFields implements RuleFields {

  private final LeadTables tables;

  QualificationRuleFields(LeadTables tables) {
    this.tables = tables;
  }

  @Override
  public List<RuleField> ofLeads() {
    Join record = new Join(QUALIFIED, QUALIFIED.LEAD_ID.eq(tables.lead()));
    Join version = new Join(DEFINITION, DEFINITION.ID.eq(QUALIFIED.DEFINITION_ID));
    return List.of(
        answer("bant.budget", BANT.BUDGET),
        answer("bant.authority", BANT.AUTHORITY),
        new RuleField("bant.contact", Kind.TEXT, Column.of(BANT.AUTHORITY_CONTACT, answers())),
        answer("bant.need", BANT.NEED),
        answer("bant.timing", BANT.TIMING),
        new RuleField(
            "lead.mqlVersion", Kind.NUMBER, Column.of(DEFINITION.VERSION, record, version)));
  }

  private RuleField answer(String key, Field<String> column) {
    return new RuleField(key, Kind.CHOICE, Column.of(column, answers())).choosing("answer");
  }

  private Join answers() {
    return new Join(BANT, BANT.LEAD_ID.eq(tables.lead()));
  }
}
