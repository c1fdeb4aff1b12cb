package io.leadwell.pool.segments;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leads that somebody wants together.
 *
 * @param rule the condition as JSON; of dynamic ones only
 * @param version grows with each save
 * @param gathering whether its members are still those of an older version
 * @param broken the key of a field that its rule asks for and that is no more
 * @param leads how many of its members the reader may see
 */
public record Segment(
    UUID id,
    String name,
    @Nullable String description,
    Kind kind,
    @Nullable String rule,
    int version,
    boolean gathering,
    @Nullable Instant gatheredAt,
    @Nullable String broken,
    int leads,
    @Nullable String createdBy,
    Instant createdAt,
    @Nullable String changedBy,
    Instant changedAt) {

  /** How its members come to be. */
  public enum Kind {
    /** Whoever the rule holds for is a member as long as it holds. */
    DYNAMIC,
    /** Whoever was put there is a member until taken out. */
    STATIC;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
