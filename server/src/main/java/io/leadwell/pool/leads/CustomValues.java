package io.leadwell.pool.leads;

import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.FieldValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Values of a house's own fields in the row of whom they are told, and back. */
final class CustomValues {

  private static final JsonMapper JSON = JsonMapper.shared();

  private CustomValues() {}

  /** Those of one entity as its row has them, by key; null where there is none. */
  static @Nullable String stored(Map<String, String> told, FieldEntity entity) {
    if (told.isEmpty()) {
      return null;
    }
    String prefix = entity.word() + ".";
    Map<String, Object> stored = new TreeMap<>();
    told.forEach((name, kept) -> {
      if (name.startsWith(prefix) && !kept.isEmpty()) {
        stored.put(
            name.substring(prefix.length()),
            FieldValues.isSeveral(kept) ? FieldValues.values(kept) : kept);
      }
    });
    return stored.isEmpty() ? null : JSON.writeValueAsString(stored);
  }

  /** What a row has of an entity as it is kept, by the names of the fields. */
  static Map<String, String> kept(FieldEntity entity, @Nullable JSONB stored) {
    Map<String, String> kept = new TreeMap<>();
    read(entity, stored)
        .forEach((name, value) ->
            kept.put(
                name,
                value instanceof List<?> several
                    ? FieldValues.several(several.stream().map(String::valueOf).toList())
                    : String.valueOf(value)));
    return kept;
  }

  /** What rows have of an entity, by the names of the fields. */
  static Map<String, Object> read(FieldEntity entity, @Nullable JSONB stored) {
    if (stored == null) {
      return Map.of();
    }
    Map<String, Object> values = new TreeMap<>();
    Json.detail(JSON, stored).forEach((key, value) -> values.put(entity.word() + "." + key, value));
    return values;
  }
}
