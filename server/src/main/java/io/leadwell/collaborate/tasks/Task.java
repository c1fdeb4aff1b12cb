package io.leadwell.collaborate.tasks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to do about a lead.
 *
 * @param memberId whose it is
 * @param leadId null once the lead went with its list
 * @param leadVisible whether the reader may open the lead
 * @param about whom it is about
 * @param phone as the reader may see it
 * @param outcome what came of it, once it is closed
 */
public record Task(
    UUID id,
    String kind,
    UUID memberId,
    @Nullable String member,
    @Nullable UUID leadId,
    boolean leadVisible,
    String about,
    @Nullable String company,
    @Nullable String title,
    @Nullable String phone,
    @Nullable String email,
    @Nullable UUID campaignId,
    @Nullable String campaign,
    @Nullable String notes,
    Instant dueAt,
    State state,
    @Nullable String outcome,
    Instant createdAt,
    @Nullable Instant closedAt,
    @Nullable String closedBy) {

  /** Open until somebody did it, or said that nobody need. */
  public enum State {
    OPEN,
    DONE,
    CANCELLED
  }
}
