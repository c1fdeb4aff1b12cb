package io.leadwell.pool.leads;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes a record the same record, and what makes its content the same content. */
final class RecordKey {

  private static final String SEPARATOR = "\u001f";
  static final String MADE = "made:";

  private RecordKey() {}

  /**
   * The source's own key, or one made of whom and when the record is about: so a file without a key
   * column can be imported twice and changes nothing the second time.
   */
  static String of(Observation seen) {
    return of(seen, null);
  }

  /**
   * As {@link #of(Observation)}; of a row without a key, at this event: the list of the next one
   * meets the same people anew.
   */
  static String of(Observation seen, @Nullable String event) {
    if (seen.sourceKey() != null) {
      return seen.sourceKey();
    }
    String whoAndWhen =
        Stream.of(Fact.PHONE, Fact.EMAIL, Fact.NAME, Fact.COMPANY, Fact.FIRST_CONTACT_AT)
            .map(seen::fact)
            .map(value -> Objects.requireNonNullElse(value, ""))
            .collect(Collectors.joining(SEPARATOR));
    if (event != null) {
      whoAndWhen = whoAndWhen + SEPARATOR + event;
    }
    return MADE + HexFormat.of().formatHex(sha256(whoAndWhen), 0, 16);
  }

  /** The key as its source gave it; null where it was made here. */
  static @Nullable String given(@Nullable String key) {
    return key == null || key.startsWith(MADE) ? null : key;
  }

  static byte[] contentHash(Observation seen) {
    return contentHash(seen, null);
  }

  /**
   * @param rules what the row was treated by, where there was anything
   */
  static byte[] contentHash(Observation seen, @Nullable String rules) {
    StringBuilder content = new StringBuilder();
    seen.facts().toStore().forEach((fact, value) -> part(content, fact, value));
    seen.stages().forEach(s -> part(content, s.stage().word(), s.at().toString()));
    seen.tags().forEach(tag -> part(content, "tag", tag));
    seen.identities().forEach(identity -> part(content, "identity", identity.toString()));
    if (seen.touch() != null) {
      part(content, "touch", seen.touch().toString());
    }
    if (rules != null) {
      part(content, "rules", rules);
    }
    return sha256(content.toString());
  }

  private static void part(StringBuilder content, String name, String value) {
    content.append(name).append('=').append(value).append(SEPARATOR);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
