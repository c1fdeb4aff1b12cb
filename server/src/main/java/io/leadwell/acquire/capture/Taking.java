package io.leadwell.acquire.capture;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a form that was sent. */
public sealed interface Taking {

  /**
   * Taken, now or when it was sent before.
   *
   * @param token names it in the address of the thanks
   * @param personId null while the submission waits to be looked at; the visitor is thanked alike
   */
  record Taken(
      String token,
      UUID submissionId,
      @Nullable UUID personId,
      @Nullable UUID leadId,
      Thanks thanks)
      implements Taking {}

  /** To be filled in again, as it was, with what is wrong at the fields. */
  record Again(FormPart form) implements Taking {}
}
