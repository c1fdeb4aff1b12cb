package io.leadwell.kernel.rules;

import java.time.ZoneId;
import java.util.Map;

/**
 * What can be asked about.
 *
 * @param fields of a lead, by their key
 * @param deeds fields of a thing that was done, by their key
 * @param zone whose days are meant where a day is named
 */
public record Vocabulary(Map<String, Kind> fields, Map<String, Kind> deeds, ZoneId zone) {

  public Vocabulary {
    fields = Map.copyOf(fields);
    deeds = Map.copyOf(deeds);
  }
}
