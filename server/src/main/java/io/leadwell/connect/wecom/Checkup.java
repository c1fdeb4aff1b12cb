package io.leadwell.connect.wecom;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What the test of a connection found, step by step. */
public record Checkup(Instant at, List<Step> steps) {

  /** How a step ended. */
  public enum Outcome {
    FINE,
    /** It works without, but something is missing. */
    WARNING,
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param name of the step, such as {@code token}
   * @param code key of the sentence that says what was found and what to do
   */
  public record Step(String name, Outcome outcome, String code, List<Object> arguments) {}
}
