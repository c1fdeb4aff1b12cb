package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.platform.Database;
import io.leadwell.pool.fields.FieldType;
import io.leadwell.pool.fields.FieldValue;
import io.leadwell.pool.fields.FieldValues;
import io.leadwell.pool.fields.ProfileField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a list asks of one of the house's own fields: {@link LeadFilter#NONE}, any of some options,
 * a range {@code from..to} of which one end may be open, a text it contains, or the value itself.
 */
public record FieldCondition(ProfileField field, String asked) {

  private static final String RANGE = "..";

  /** Says whether this can be asked of the field. */
  boolean isReadable() {
    return asked.equals(LeadFilter.NONE)
        || switch (field.type()) {
          case NUMBER, MONEY, DATE -> isRange(end(0)) && isRange(end(1)) && !asked.equals(RANGE);
          case TEXT, LONG_TEXT, URL -> !asked.isBlank() && asked.length() <= 200;
          case CHOICE, CHOICES, YES_NO -> !options().isEmpty();
          default -> FieldValues.read(field, asked) instanceof FieldValue.Told;
        };
  }

  private boolean isRange(@Nullable String end) {
    return end == null || FieldValues.read(field, end) instanceof FieldValue.Told;
  }

  Condition onLeads() {
    return switch (field.entity()) {
      case LEAD -> on(LEAD.CUSTOM);
      case PERSON ->
          asked.equals(LeadFilter.NONE)
              ? LEAD.PERSON_ID.notIn(select(PERSON.ID).from(PERSON).where(told(PERSON.CUSTOM)))
              : LEAD.PERSON_ID.in(select(PERSON.ID).from(PERSON).where(on(PERSON.CUSTOM)));
      case COMPANY ->
          asked.equals(LeadFilter.NONE)
              ? LEAD.COMPANY_ID
                  .isNull()
                  .or(
                      LEAD.COMPANY_ID.notIn(
                          select(COMPANY.ID).from(COMPANY).where(told(COMPANY.CUSTOM))))
              : LEAD.COMPANY_ID.in(select(COMPANY.ID).from(COMPANY).where(on(COMPANY.CUSTOM)));
    };
  }

  Condition on(Field<JSONB> custom) {
    if (asked.equals(LeadFilter.NONE)) {
      return told(custom).not();
    }
    Field<String> text = jsonbGetAttributeAsText(custom, field.key());
    return switch (field.type()) {
      case NUMBER, MONEY -> between(text.cast(SQLDataType.NUMERIC), number(end(0)), number(end(1)));
      case DATE -> between(text, kept(end(0)), kept(end(1)));
      case TEXT, LONG_TEXT, URL -> text.containsIgnoreCase(asked.strip());
      case CHOICE, CHOICES, YES_NO -> anyOf(custom);
      default -> has(custom, kept(asked));
    };
  }

  /** By the index over all values. */
  private Condition anyOf(Field<JSONB> custom) {
    boolean several = field.type() == FieldType.CHOICES;
    return options().stream()
        .map(option -> has(custom, several ? List.of(option) : option))
        .reduce(Condition::or)
        .orElse(falseCondition());
  }

  private Condition has(Field<JSONB> custom, @Nullable Object value) {
    String json =
        JsonMapper.shared().writeValueAsString(Map.of(field.key(), String.valueOf(value)));
    if (value instanceof List<?> several) {
      json = JsonMapper.shared().writeValueAsString(Map.of(field.key(), several));
    }
    return Database.holds(custom, JSONB.valueOf(json));
  }

  private Condition told(Field<JSONB> custom) {
    return custom.isNotNull().and(jsonbGetAttributeAsText(custom, field.key()).isNotNull());
  }

  private List<String> options() {
    return List.of(asked.split(",")).stream()
        .map(option -> FieldValues.read(single(), option))
        .filter(FieldValue.Told.class::isInstance)
        .map(value -> ((FieldValue.Told) value).kept())
        .filter(kept -> !kept.isEmpty())
        .toList();
  }

  private ProfileField single() {
    return new ProfileField(
        field.id(),
        field.entity(),
        field.key(),
        field.type() == FieldType.CHOICES ? FieldType.CHOICE : field.type(),
        field.label(),
        field.help(),
        false,
        field.options(),
        true,
        field.archived());
  }

  /** One end of a range; a value without dots is both. */
  private @Nullable String end(int which) {
    int dots = asked.indexOf(RANGE);
    if (dots < 0) {
      return asked;
    }
    String end = which == 0 ? asked.substring(0, dots) : asked.substring(dots + RANGE.length());
    return end.isBlank() ? null : end;
  }

  private @Nullable String kept(@Nullable String typed) {
    return typed != null && FieldValues.read(field, typed) instanceof FieldValue.Told told
        ? told.kept()
        : null;
  }

  private @Nullable BigDecimal number(@Nullable String typed) {
    String kept = kept(typed);
    return kept == null || kept.isEmpty() ? null : new BigDecimal(kept);
  }

  private static <T> Condition between(Field<T> value, @Nullable T from, @Nullable T to) {
    return (from == null ? noCondition() : value.ge(from))
        .and(to == null ? noCondition() : value.le(to));
  }
}
