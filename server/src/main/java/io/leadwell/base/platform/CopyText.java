package io.leadwell.base.platform;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Writes rows in the text format of COPY (PostgreSQL manual, "COPY", section File Formats). */
final class CopyText {

  private static final int FLUSH_AT = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder buffer = new StringBuilder(FLUSH_AT + 4096);

  CopyText(CopyIn copy) {
    this.copy = copy;
  }

  void row(@Nullable Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        buffer.append('\t');
      }
      append(values[i]);
    }
    buffer.append('\n');
    if (buffer.length() > FLUSH_AT) {
      flush();
    }
  }

  void flush() throws SQLException {
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    buffer.setLength(0);
  }

  private void append(@Nullable Object value) {
    switch (value) {
      case null -> buffer.append("\\N");
      case byte[] bytes -> buffer.append("\\\\x").append(HexFormat.of().formatHex(bytes));
      case Integer[] numbers -> appendArray(numbers);
      default -> appendEscaped(value.toString());
    }
  }

  private void appendArray(Integer[] numbers) {
    buffer.append('{');
    for (int i = 0; i < numbers.length; i++) {
      if (i > 0) {
        buffer.append(',');
      }
      buffer.append(numbers[i].intValue());
    }
    buffer.append('}');
  }

  private void appendEscaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> buffer.append("\\\\");
        case '\t' -> buffer.append("\\t");
        case '\n' -> buffer.append("\\n");
        case '\r' -> buffer.append("\\r");
        // PostgreSQL text has no NUL
        case '\0' -> {}
        default -> buffer.append(c);
      }
    }
  }
}
