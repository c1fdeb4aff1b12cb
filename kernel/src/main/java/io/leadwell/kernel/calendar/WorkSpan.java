package io.leadwell.kernel.calendar;

import java.time.Duration;
import java.time.LocalTime;

/** A part of a working day, the end excluded. */
public record WorkSpan(LocalTime from, LocalTime to) {

  public WorkSpan {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a span ends after it begins: " + from + " to " + to);
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
