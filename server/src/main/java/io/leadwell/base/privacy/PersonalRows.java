package io.leadwell.base.privacy;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.regexpReplaceAll;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows about somebody as they stand, and takes words out of texts. */
@Component
public class PersonalRows {

  /** Stands where something was taken out of a text. */
  private static final String GONE = "…";

  private final DSLContext dsl;
  private final JsonMapper json;

  PersonalRows(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
    this.json = json;
  }

  /** Every column but those that are only for finding. */
  public Kept read(String what, Table<?> table, Condition rows, String... left) {
    List<String> out = List.of(left);
    return new Kept(
        what, dsl.selectFrom(table).where(rows).fetch(row -> columns((Record) row, out)));
  }

  private Map<String, Object> columns(Record row, List<String> out) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (Field<?> column : row.fields()) {
      Object value = row.get(column);
      if (value != null
          && !(value instanceof byte[])
          && !(value instanceof Integer[])
          && !out.contains(column.getName())) {
        columns.put(column.getName(), shown(value));
      }
    }
    return columns;
  }

  private Object shown(Object value) {
    return switch (value) {
      case JSONB stored -> json.readValue(stored.data(), Object.class);
      case UUID id -> id.toString();
      case Object[] array -> Arrays.stream(array).map(this::shown).toList();
      case Number number -> number;
      case Boolean yes -> yes;
      default -> value.toString();
    };
  }

  /**
   * Whether one of the columns mentions a phone, mailbox or id of theirs, however it is spelled.
   */
  public Condition mentions(Subject person, Field<?>... columns) {
    return matching(person.ways(), columns);
  }

  /**
   * Takes their phones, mailboxes and ids out of the columns, wherever they are mentioned.
   *
   * @return how many rows were changed
   */
  public int scrub(Table<?> table, Condition rows, Subject person, Field<?>... columns) {
    return scrubbed(table, rows, person.ways(), columns);
  }

  /** As {@link #scrub}, and their names with it: for rows that are known to be about them. */
  public int scrubNames(Table<?> table, Condition rows, Subject person, Field<?>... columns) {
    return scrubbed(table, rows, person.waysAndNames(), columns);
  }

  private int scrubbed(Table<?> table, Condition rows, String pattern, Field<?>... columns) {
    if (pattern.isEmpty()) {
      return 0;
    }
    Map<Field<?>, Field<?>> cleaned = new LinkedHashMap<>();
    for (Field<?> column : columns) {
      cleaned.put(column, cleaned(column, pattern));
    }
    return dsl.update(table).set(cleaned).where(rows).and(matching(pattern, columns)).execute();
  }

  private static <T> Field<T> cleaned(Field<T> column, String pattern) {
    return regexpReplaceAll(column.cast(String.class), anyCase(pattern), GONE)
        .cast(column.getDataType());
  }

  private static Condition matching(String pattern, Field<?>... columns) {
    return pattern.isEmpty()
        ? falseCondition()
        : or(
            Arrays.stream(columns)
                .map(column -> column.cast(String.class).likeRegex(anyCase(pattern)))
                .toList());
  }

  /** As PostgreSQL says it, for the whole expression. */
  private static String anyCase(String pattern) {
    return "(?i)" + pattern;
  }
}
