package io.leadwell.pool.imports;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, from the top, the header and blank rows among them. */
interface RowSource extends Closeable {

  /** Longest cell taken in. */
  int LONGEST_CELL = 32_000;

  /** The next row, or null at the end. */
  @Nullable RawRow next() throws IOException;
}
