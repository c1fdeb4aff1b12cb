package io.leadwell.acquire.capture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission in full.
 *
 * @param answers question by question, as the form asked them
 * @param consent what was agreed to; null where nothing was
 */
public record SubmissionDetail(
    SubmissionRow row,
    List<Answered> answers,
    String language,
    @Nullable String landingUrl,
    @Nullable String referrer,
    @Nullable String ip,
    @Nullable String agent,
    @Nullable Agreed consent,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt) {

  /** A question and what was answered. */
  public record Answered(String key, String label, String answer) {}

  /** The text, word for word, in the language it was read in. */
  public record Agreed(int number, String text, @Nullable String link) {}
}
