package io.leadwell.pool.leads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Flat JSON objects of strings, as source records keep them. */
final class Json {

  private static final TypeReference<LinkedHashMap<String, String>> STRINGS =
      new TypeReference<>() {};

  private static final TypeReference<List<Identity>> IDENTITIES = new TypeReference<>() {};
  private static final TypeReference<LinkedHashMap<String, Object>> DETAIL =
      new TypeReference<>() {};

  private Json() {}

  static List<Identity> identities(JsonMapper json, @Nullable JSONB stored) {
    return stored == null ? List.of() : json.readValue(stored.data(), IDENTITIES);
  }

  static Map<String, Object> detail(JsonMapper json, @Nullable JSONB stored) {
    return stored == null ? Map.of() : json.readValue(stored.data(), DETAIL);
  }

  static Map<String, String> strings(JsonMapper json, JSONB stored) {
    return json.readValue(stored.data(), STRINGS);
  }

  static Map<String, String> mapValues(Map<String, String> map, UnaryOperator<String> change) {
    Map<String, String> changed = new LinkedHashMap<>();
    map.forEach((key, value) -> changed.put(key, change.apply(value)));
    return changed;
  }
}
