package io.leadwell.measure.insights;

import java.util.List;

/**
 * Touches, and what they had a part in. The total counts for itself: rows share people and leads.
 */
public record TouchSheet(TouchQuestion question, List<TouchRow> rows, TouchRow total) {}
