package io.leadwell.pool.imports;

import io.leadwell.base.workspace.Caller;
import java.time.ZoneId;
import java.util.UUID;

/**
 * What a pass must know of its import.
 *
 * @param source the system the file comes from; with the key it identifies a row for ever
 * @param caller on whose behalf rows are written
 */
public record ImportContext(UUID importId, String source, ZoneId zone, Caller caller) {}
