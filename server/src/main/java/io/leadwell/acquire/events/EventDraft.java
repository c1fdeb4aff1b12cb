package io.leadwell.acquire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event is to be.
 *
 * @param slug the end of its address; null makes one of the title
 * @param language of its mails to people whose own is not known
 * @param onlineLink told only to who may come
 * @param capacity null: everybody may come
 * @param description HTML as the sanitiser wrote it
 * @param campaignId null makes a campaign with the event
 * @param formId the published form people register by
 * @param replayItem the content that shows what was missed, once the event is over
 */
public record EventDraft(
    String title,
    @Nullable String slug,
    String language,
    EventFormat format,
    Instant startsAt,
    Instant endsAt,
    @Nullable String venue,
    @Nullable String address,
    @Nullable String onlineLink,
    @Nullable Integer capacity,
    @Nullable String description,
    @Nullable UUID campaignId,
    @Nullable UUID formId,
    Approval approval,
    @Nullable UUID replayItem,
    MailPlan mails) {

  EventDraft with(String otherSlug, UUID campaign) {
    return new EventDraft(
        title,
        otherSlug,
        language,
        format,
        startsAt,
        endsAt,
        venue,
        address,
        onlineLink,
        capacity,
        description,
        campaign,
        formId,
        approval,
        replayItem,
        mails);
  }

  /** Whether people must be told: it is at another time or place. */
  boolean isElsewhere(EventDraft before) {
    return !startsAt.equals(before.startsAt)
        || !endsAt.equals(before.endsAt)
        || format != before.format
        || !java.util.Objects.equals(venue, before.venue)
        || !java.util.Objects.equals(address, before.address)
        || !java.util.Objects.equals(onlineLink, before.onlineLink);
  }
}
