package io.leadwell.pool.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What keeps a row of a file from coming in; a remark keeps none. */
public record RowProblem(
    long row,
    @Nullable String column,
    @Nullable String field,
    @Nullable String value,
    Import.Sentence sentence,
    List<String> cells,
    boolean remark) {}
