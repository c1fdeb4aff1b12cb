package io.leadwell.acquire.collect;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rest of a hit, kept as JSON.
 *
 * @param content what the page is about, by the name the site gave it
 * @param page id of the hit that opened the page this happened on
 * @param dwellMs milliseconds the page has been in sight so far
 * @param depth how much of the page has been in sight, in percent
 * @param consent version of the text the visitor consented to
 * @param claimedAt when it happened by the sender's clock
 * @param sentAt when it was sent by the sender's clock
 * @param clockOff true when the sender's clock says what cannot be
 */
public record HitFacts(
    @Nullable String url,
    @Nullable String title,
    @Nullable String referrer,
    @Nullable String content,
    @Nullable UUID page,
    @Nullable Long dwellMs,
    @Nullable Integer depth,
    @Nullable Map<String, Object> props,
    @Nullable String consent,
    @Nullable String language,
    @Nullable String screen,
    @Nullable Device device,
    @Nullable Place place,
    @Nullable Instant claimedAt,
    @Nullable Instant sentAt,
    @Nullable Boolean clockOff) {

  HitFacts corrected(boolean off) {
    return new HitFacts(
        url,
        title,
        referrer,
        content,
        page,
        dwellMs,
        depth,
        props,
        consent,
        language,
        screen,
        device,
        place,
        claimedAt,
        sentAt,
        off ? Boolean.TRUE : null);
  }

  HitFacts at(@Nullable String cleanUrl, @Nullable String cleanReferrer) {
    return new HitFacts(
        cleanUrl,
        title,
        cleanReferrer,
        content,
        page,
        dwellMs,
        depth,
        props,
        consent,
        language,
        screen,
        device,
        place,
        claimedAt,
        sentAt,
        clockOff);
  }
}
