package io.leadwell.pool.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody agreed to, as it stands.
 *
 * @param states of each purpose and means that was ever spoken of
 * @param blocked addresses of theirs that nobody may contact
 */
public record ConsentState(List<State> states, List<Blocked> blocked, boolean erased) {

  /** The latest word on one purpose and one means. */
  public record State(
      UUID purposeId, Means means, boolean given, String source, Instant at, @Nullable String by) {}

  /**
   * @param address masked unless the reader may see contacts
   */
  public record Blocked(Means means, String address, String reason, Instant since) {}
}
