package io.leadwell.collaborate.deals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** A table row as named texts and back, exactly. */
final class RowText {

  private RowText() {}

  static List<Map<String, String>> of(List<? extends Record> rows) {
    List<Map<String, String>> texts = new ArrayList<>();
    for (Record row : rows) {
      Map<String, String> text = new LinkedHashMap<>();
      for (Field<?> field : row.fields()) {
        Object value = row.get(field);
        if (value != null) {
          text.put(
              field.getName(),
              value instanceof byte[] bytes
                  ? Base64.getEncoder().encodeToString(bytes)
                  : value.toString());
        }
      }
      texts.add(text);
    }
    return texts;
  }

  static <R extends Record> R read(DSLContext dsl, Table<R> table, Map<String, String> text) {
    R row = dsl.newRecord(table);
    for (Field<?> field : table.fields()) {
      set(row, field, text.get(field.getName()));
    }
    return row;
  }

  private static <T> void set(Record row, Field<T> field, @Nullable String text) {
    row.set(field, text == null ? null : field.getType().cast(value(field.getType(), text)));
  }

  private static Object value(Class<?> type, String text) {
    if (type == UUID.class) {
      return UUID.fromString(text);
    }
    if (type == Instant.class) {
      return Instant.parse(text);
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(text);
    }
    if (type == Long.class) {
      return Long.valueOf(text);
    }
    return type == byte[].class ? Base64.getDecoder().decode(text) : text;
  }
}
