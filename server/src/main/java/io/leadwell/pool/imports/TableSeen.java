package io.leadwell.pool.imports;

import io.leadwell.pool.imports.Import.Remembered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a first look at a table finds: its columns, about how many rows, and what they may mean.
 *
 * @param mapping of an earlier file or of a known report; none where neither is there
 */
record TableSeen(
    FileShape shape,
    List<ImportHeader> headers,
    @Nullable Long rows,
    Mapping mapping,
    @Nullable Remembered remembered,
    @Nullable String recognised) {}
