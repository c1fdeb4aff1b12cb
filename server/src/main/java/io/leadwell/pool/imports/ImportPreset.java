package io.leadwell.pool.imports;

import java.util.List;
import java.util.Map;

/**
 * A file that is known by its header. Its name in the wizard is the text {@code
 * preset.<kind>.<name>} of the owning module.
 *
 * @param columns header to the fields it feeds; for other columns the guesses stand
 * @param defaults field to the value of every row that lacks it
 */
public record ImportPreset(
    String name, Map<String, List<String>> columns, Map<String, String> defaults) {}
