package io.leadwell.pool.segments;

import static io.leadwell.tables.segments.Tables.MEMBER;

import io.leadwell.kernel.rules.Kind;
import io.leadwell.pool.rules.Column;
import io.leadwell.pool.rules.LeadTables;
import io.leadwell.pool.rules.RuleField;
import io.leadwell.pool.rules.RuleFields;
import java.util.List;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Rules and filters may ask which segments a lead is in. */
@Component
class SegmentRuleFields implements RuleFields {

  static final String SEGMENT_FIELD = "lead.segment";

  private final LeadTables tables;

  SegmentRuleFields(LeadTables tables) {
    this.tables = tables;
  }

  @Override
  public List<RuleField> ofLeads() {
    Column segments =
        new Column.Many(
            MEMBER, MEMBER.LEAD_ID.eq(tables.lead()), MEMBER.SEGMENT_ID.cast(SQLDataType.CLOB));
    return List.of(new RuleField(SEGMENT_FIELD, Kind.CHOICE, segments).choosing("segment"));
  }
}
