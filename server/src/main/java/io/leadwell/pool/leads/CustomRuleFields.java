package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;

import io.leadwell.base.platform.Database;
import io.leadwell.kernel.rules.Kind;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.fields.ProfileField;
import io.leadwell.pool.rules.Column;
import io.leadwell.pool.rules.Column.Join;
import io.leadwell.pool.rules.RuleField;
import io.leadwell.pool.rules.RuleFields;
import java.util.List;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Rules may ask for a house's own fields like for any other. */
@Component
class CustomRuleFields implements RuleFields {

  /** Days are those of the zone in which the house lives. */
  private static final String MIDNIGHT = "T00:00:00+08:00";

  private final Fields fields;

  CustomRuleFields(Fields fields) {
    this.fields = fields;
  }

  @Override
  public List<RuleField> ofLeads() {
    return fields.custom(false).stream().map(CustomRuleFields::asked).toList();
  }

  private static RuleField asked(ProfileField own) {
    Join[] joins =
        own.entity() == FieldEntity.PERSON
            ? new Join[] {LeadRuleFields.THE_PERSON}
            : own.entity() == FieldEntity.COMPANY
                ? new Join[] {LeadRuleFields.THE_COMPANY}
                : new Join[0];
    Field<JSONB> values =
        switch (own.entity()) {
          case LEAD -> LEAD.CUSTOM;
          case PERSON -> PERSON.CUSTOM;
          case COMPANY -> COMPANY.CUSTOM;
        };
    Field<String> text = jsonbGetAttributeAsText(values, inline(own.key()));
    RuleField asked =
        switch (own.type()) {
          case NUMBER ->
              of(own, Kind.NUMBER, Column.of(text.cast(SQLDataType.NUMERIC(38, 10)), joins));
          case MONEY ->
              // in yuan, as people write it
              of(
                  own,
                  Kind.NUMBER,
                  Column.of(text.cast(SQLDataType.NUMERIC(20, 2)).div(100), joins));
          case DATE ->
              of(
                  own,
                  Kind.MOMENT,
                  Column.of(
                      concat(text, inline(MIDNIGHT))
                          .cast(SQLDataType.TIMESTAMPWITHTIMEZONE)
                          .coerce(LEAD.FIRST_CONTACT_AT),
                      joins));
          case YES_NO -> of(own, Kind.FLAG, Column.of(field(text.eq(inline("yes"))), joins));
          case CHOICES -> of(own, Kind.CHOICE, several(values, own, joins));
          case CHOICE -> of(own, Kind.CHOICE, Column.of(text, joins));
          default -> of(own, Kind.TEXT, Column.of(text, joins));
        };
    return asked.called(new RuleField.Label(own.label().zh(), own.label().en()));
  }

  private static RuleField of(ProfileField own, Kind kind, Column column) {
    RuleField asked = new RuleField("custom." + own.name(), kind, column);
    return own.type().hasOptions() ? asked.choosing("custom:" + own.name()) : asked;
  }

  /** The chosen ones, one row each, beside the row of the lead, person or company. */
  private static Column several(Field<JSONB> values, ProfileField own, Join... joins) {
    String alias = "chosen";
    var chosen = Database.elements(jsonbGetAttribute(values, inline(own.key()))).as(alias, "value");
    return new Column.Many(
        chosen, noCondition(), field(name(alias, "value"), String.class), List.of(joins));
  }
}
