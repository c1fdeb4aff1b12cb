package io.leadwell.pool.leads;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The facts a person changes: only those in the map change, and a blank one is emptied. Phone and
 * e-mail as typed.
 */
public record LeadEdit(Map<Fact, String> changes) {

  public LeadEdit {
    changes = new EnumMap<>(changes);
  }

  List<String> fields() {
    return changes.keySet().stream().map(Fact::word).toList();
  }
}
