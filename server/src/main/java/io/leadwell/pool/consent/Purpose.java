package io.leadwell.pool.consent;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What people are asked to agree to.
 *
 * @param texts the words of it, the newest first; never empty
 */
public record Purpose(
    UUID id,
    String key,
    String nameZh,
    String nameEn,
    Rule rule,
    boolean archived,
    List<Text> texts) {

  /** What mail that nobody asked for needs. */
  public static final String MARKETING = "marketing";

  public static final String EVENT = "event";

  /** Being judged by what one does: scores, segments. */
  public static final String PROFILING = "profiling";

  /** The words people agreed to; never changed. */
  public record Text(int number, String zh, String en, String publishedBy, Instant publishedAt) {}

  /** Whom a purpose lets contact. */
  public enum Rule {
    /** Only who agreed. */
    OPT_IN,
    /** Everybody who did not object. */
    OPT_OUT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Rule of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  int number() {
    return texts.getFirst().number();
  }
}
