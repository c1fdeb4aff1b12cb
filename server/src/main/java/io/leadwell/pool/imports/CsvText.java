package io.leadwell.pool.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The text of a csv without byte order mark and NUL characters, and the line on which a quote
 * stands open. A quote never closed is how a cut-off file shows.
 */
final class CsvText extends FilterReader {

  private enum At {
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  private final char delimiter;
  private At at = At.FIELD_START;
  private long line = 1;
  private long opened;
  private boolean afterReturn;
  private boolean first = true;

  CsvText(Reader in, char delimiter) {
    super(in);
    this.delimiter = delimiter;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    while (true) {
      int got = in.read(buffer, offset, length);
      if (got < 0) {
        return got;
      }
      int kept = offset;
      for (int i = offset; i < offset + got; i++) {
        boolean mark = first && buffer[i] == '\uFEFF';
        first = false;
        if (buffer[i] != 0 && !mark) {
          see(buffer[i]);
          buffer[kept++] = buffer[i];
        }
      }
      if (kept > offset) {
        return kept - offset;
      }
    }
  }

  /** The line where the quote opened that is open now, or 0. */
  long openedOn() {
    return at == At.QUOTED ? opened : 0;
  }

  private void see(char c) {
    boolean newLine = c == '\r' || c == '\n' && !afterReturn;
    afterReturn = c == '\r';
    if (newLine) {
      line++;
    }
    at =
        switch (at) {
          case FIELD_START -> {
            if (c == '"') {
              opened = line;
              yield At.QUOTED;
            }
            yield plain(c);
          }
          case PLAIN -> plain(c);
          case QUOTED -> c == '"' ? At.QUOTE_IN_QUOTED : At.QUOTED;
          case QUOTE_IN_QUOTED -> c == '"' ? At.QUOTED : plain(c);
        };
  }

  private At plain(char c) {
    return c == delimiter || c == '\r' || c == '\n' ? At.FIELD_START : At.PLAIN;
  }
}
