package io.leadwell.pool.imports;

import java.util.List;

/**
 * A column of a file.
 *
 * @param column as spreadsheet programs letter it
 * @param name unique within the file
 * @param samples up to five values
 * @param guess the fields it most likely feeds
 * @param confidence from 0 to 1
 */
public record ImportHeader(
    String column, String name, List<String> samples, List<String> guess, double confidence) {}
