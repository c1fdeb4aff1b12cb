package io.leadwell.acquire.campaigns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Landings that no rule knows.
 *
 * @param kind what a rule would look at
 * @param value the {@code utm_source}, the click id's parameter or the host; all three empty for an
 *     address that has only a plan, a unit or a campaign
 * @param sampleUrl one of the addresses, without the values of parameters that say nothing about
 *     where from
 */
public record UnrecognisedSource(
    SourceKind kind,
    String value,
    String medium,
    long landings,
    Instant firstSeen,
    Instant lastSeen,
    String sampleUrl,
    @Nullable String sampleReferrer) {

  /** One more of them. */
  UnrecognisedSource again(Instant at) {
    return new UnrecognisedSource(
        kind, value, medium, landings + 1, firstSeen, at, sampleUrl, sampleReferrer);
  }
}
