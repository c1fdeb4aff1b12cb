package io.leadwell.kernel.samples;

import io.leadwell.kernel.matching.Column;
import java.util.List;

/**
 * Records and who they are about.
 *
 * @param truth by row the number of the person
 */
public record Dirty(List<Column> schema, List<String[]> rows, int[] truth) {}
