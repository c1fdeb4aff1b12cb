package io.leadwell.acquire.collect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hit that could not be taken as it was.
 *
 * @param step at which it fell
 * @param pointer to what is wrong in {@code body} (RFC 6901), empty when it is no single field
 * @param body the delivery as it came, with this hit alone
 * @param origin where the page came from that sent it
 * @param circumstances what the way found out before, for another try
 */
public record Quarantined(
    UUID id,
    String site,
    String step,
    Reason reason,
    String pointer,
    String body,
    @Nullable String origin,
    Circumstances circumstances,
    Instant receivedAt) {

  /** What cannot be found out a second time, as neither address nor agent is kept. */
  public record Circumstances(@Nullable String host, Device device, Place place) {}
}
