package io.leadwell.pool.rules;

import io.leadwell.kernel.rules.Kind;
import io.leadwell.kernel.rules.Vocabulary;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All there is to ask about at a time. */
public record Catalogue(Map<String, RuleField> leads, Map<String, RuleField> deeds) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  static Catalogue of(List<RuleFields> sources) {
    Map<String, RuleField> leads = new LinkedHashMap<>();
    Map<String, RuleField> deeds = new LinkedHashMap<>();
    sources.forEach(source -> {
      source.ofLeads().forEach(field -> put(leads, field));
      source.ofDeeds().forEach(field -> put(deeds, field));
    });
    return new Catalogue(leads, deeds);
  }

  private static void put(Map<String, RuleField> fields, RuleField field) {
    if (fields.put(field.key(), field) != null) {
      throw new IllegalStateException("Two fields are called " + field.key());
    }
  }

  Vocabulary vocabulary() {
    return new Vocabulary(kinds(leads), kinds(deeds), ZONE);
  }

  private static Map<String, Kind> kinds(Map<String, RuleField> fields) {
    return fields.values().stream().collect(Collectors.toMap(RuleField::key, RuleField::kind));
  }
}
