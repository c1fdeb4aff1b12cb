package io.leadwell.base.privacy;

import java.util.List;
import java.util.Map;

/**
 * Rows of one kind that are kept about somebody.
 *
 * @param what the kind, such as {@code lead}; texts call it {@code privacy.what.lead}
 * @param rows the columns as they are stored, by name
 */
public record Kept(String what, List<Map<String, Object>> rows) {}
