package io.leadwell.acquire.events;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seminar, webinar, exhibition … that people come to.
 *
 * @param taken how many seats are given away
 * @param sequence of the calendar entries that were handed out
 * @param version counts saves
 * @param wrappedUpAt when who came and who missed it was told so
 */
public record Event(
    UUID id,
    EventStatus status,
    EventDraft said,
    int taken,
    int sequence,
    int version,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant publishedAt,
    @Nullable Instant wrappedUpAt) {

  public String title() {
    return said.title();
  }

  public String slug() {
    return Objects.requireNonNull(said.slug(), "A stored event has an address");
  }

  public UUID campaignId() {
    return Objects.requireNonNull(said.campaignId(), "A stored event has a campaign");
  }

  public boolean full() {
    Integer capacity = said.capacity();
    return capacity != null && taken >= capacity;
  }

  public boolean over(Instant now) {
    return status == EventStatus.ENDED || !said.endsAt().isAfter(now);
  }

  /** Whether somebody may register now; a full one has a waiting list. */
  public boolean open(Instant now) {
    return status == EventStatus.PUBLISHED && !over(now) && said.formId() != null;
  }
}
