package io.leadwell.pool.leads;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The facts a person changes: only those in the maps change, and a blank one is emptied. Phone and
 * e-mail as typed.
 *
 * @param custom a house's own fields, as typed, by names such as {@code lead.budget}
 */
public record LeadEdit(Map<Fact, String> changes, Map<String, String> custom) {

  public LeadEdit {
    EnumMap<Fact, String> facts = new EnumMap<>(Fact.class);
    facts.putAll(changes);
    changes = facts;
    custom = new TreeMap<>(custom);
  }

  public LeadEdit(Map<Fact, String> changes) {
    this(changes, Map.of());
  }

  List<String> fields() {
    return Stream.concat(changes.keySet().stream().map(Fact::word), custom.keySet().stream())
        .toList();
  }
}
