package io.leadwell.acquire.capture;

import io.leadwell.pool.leads.Arrivals.Arrived;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody left, or another system told.
 *
 * @param formId null for what came over the API; version likewise
 * @param status taken, held or discarded
 * @param reason why it is held
 * @param answers by the keys of the fields
 * @param facts about the person, by the words of {@code leads.Fact}
 * @param channelId where it came from, as the touch says; campaign likewise
 * @param consent the number of the text that was agreed to
 * @param personId null while it is held; the lead likewise
 */
public record Submission(
    UUID id,
    @Nullable UUID formId,
    @Nullable Integer version,
    Way way,
    String status,
    @Nullable String reason,
    Instant at,
    String language,
    Map<String, List<String>> answers,
    Map<String, String> facts,
    @Nullable String landingUrl,
    @Nullable String referrer,
    @Nullable UUID visitor,
    @Nullable UUID channelId,
    @Nullable UUID campaignId,
    FormContext context,
    @Nullable Integer consent,
    @Nullable String ip,
    @Nullable String agent,
    @Nullable UUID personId,
    @Nullable UUID leadId,
    @Nullable Boolean newLead,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt) {

  static final String TAKEN = "taken";
  static final String HELD = "held";
  static final String DISCARDED = "discarded";

  /** The same, with who turned out to have left it. */
  Submission by(Arrived who) {
    return new Submission(
        id,
        formId,
        version,
        way,
        status,
        reason,
        at,
        language,
        answers,
        facts,
        landingUrl,
        referrer,
        visitor,
        channelId,
        campaignId,
        context,
        consent,
        ip,
        agent,
        who.personId(),
        who.leadId(),
        who.newLead(),
        decidedBy,
        decidedAt);
  }
}
