package io.leadwell.pool.leads;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Flat JSON objects of strings, as source records keep them. */
final class Json {

  private static final TypeReference<LinkedHashMap<String, String>> STRINGS =
      new TypeReference<>() {};

  private Json() {}

  static Map<String, String> strings(JsonMapper json, JSONB stored) {
    return json.readValue(stored.data(), STRINGS);
  }

  static Map<String, String> mapValues(Map<String, String> map, UnaryOperator<String> change) {
    Map<String, String> changed = new LinkedHashMap<>();
    map.forEach((key, value) -> changed.put(key, change.apply(value)));
    return changed;
  }
}
