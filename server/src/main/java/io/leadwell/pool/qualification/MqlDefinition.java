package io.leadwell.pool.qualification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of what an MQL is.
 *
 * @param said in words
 * @param rule the condition as JSON
 * @param required keys of fields that must be known
 * @param leads how many leads became MQL under it
 */
public record MqlDefinition(
    UUID id,
    int version,
    State state,
    String said,
    String rule,
    List<String> required,
    @Nullable String createdBy,
    Instant createdAt,
    @Nullable Instant inForceAt,
    @Nullable Instant replacedAt,
    List<Signature> signatures,
    int leads) {

  /** Where a version stands. */
  public enum State {
    /** Being written and signed. */
    DRAFT,
    IN_FORCE,
    /** Was in force until the next one was. */
    REPLACED,
    DISCARDED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who signed, for which of the two sides. */
  public record Signature(String role, String by, Instant at) {}
}
