package io.leadwell.pool.qualification;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Budget, authority, need and time of a lead.
 *
 * @param contact who decides, by name
 * @param version counts changes: of two who answer at once, the second is told; 0 when nobody did
 */
public record Bant(
    @Nullable Answer budget,
    @Nullable String budgetNote,
    @Nullable Answer authority,
    @Nullable String contact,
    @Nullable String authorityNote,
    @Nullable Answer need,
    @Nullable String needNote,
    @Nullable Answer timing,
    @Nullable String timingNote,
    int version,
    @Nullable String changedBy,
    @Nullable Instant changedAt) {

  /** Whether it is given. Nobody asked is null. */
  public enum Answer {
    YES,
    NO,
    UNCLEAR;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Answer of(@Nullable String word) {
      return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  static Bant unknown() {
    return new Bant(null, null, null, null, null, null, null, null, null, 0, null, null);
  }
}
