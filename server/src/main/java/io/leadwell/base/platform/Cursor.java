package io.leadwell.base.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the next page starts: the sort values of the last row shown, opaque to the client. */
public final class Cursor {

  private static final String SEPARATOR = "\u001f";

  private Cursor() {}

  public static String of(List<String> values) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
  }

  /** The values of a cursor made by {@link #of}; refused when it is not one of {@code size}. */
  public static @Nullable List<String> values(@Nullable String cursor, int size) {
    if (cursor == null || cursor.isBlank()) {
      return null;
    }
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(cursor);
      List<String> values =
          List.of(new String(decoded, StandardCharsets.UTF_8).split(SEPARATOR, -1));
      if (values.size() == size) {
        return values;
      }
    } catch (IllegalArgumentException e) {
      // falls through: not base64, so not ours
    }
    throw new Problem(PlatformProblem.STALE_CURSOR);
  }
}
