package io.leadwell.pool.imports;

import io.leadwell.base.workspace.Caller;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * What a pass must know of its import.
 *
 * @param source the system the file comes from; with the key it identifies a row for ever
 * @param rules what was decided for the whole file, by the names of the kind's {@link ImportRule}s
 * @param caller on whose behalf rows are written
 */
public record ImportContext(
    UUID importId, String source, ZoneId zone, Caller caller, Map<String, String> rules) {

  public ImportContext(UUID importId, String source, ZoneId zone, Caller caller) {
    this(importId, source, zone, caller, Map.of());
  }
}
