package io.leadwell.acquire.events;

import io.leadwell.kernel.matching.Folding;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long somebody was there, as reports of meetings write it. */
final class Durations {

  private static final int LONGEST = 60 * 60 * 24 * 60;
  private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{1,2})");
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(\\d{1,4})\\s*(?:小时|时|hours?|hrs?|h))?\\s*"
              + "(?:(\\d{1,5})\\s*(?:分钟|分|minutes?|mins?|m))?\\s*"
              + "(?:(\\d{1,7})\\s*(?:秒钟|秒|seconds?|secs?|s))?");
  private static final Pattern MINUTES = Pattern.compile("\\d{1,5}(?:\\.\\d{1,4})?");

  private Durations() {}

  /** Seconds; a bare number is minutes. Empty for what is no duration. */
  static Optional<Integer> seconds(String typed) {
    String text = Folding.fold(typed);
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return sound(part(clock, 1) * 3_600 + part(clock, 2) * 60 + part(clock, 3));
    }
    if (MINUTES.matcher(text).matches()) {
      return sound(Math.round(Double.parseDouble(text) * 60));
    }
    Matcher words = WORDS.matcher(text);
    if (!text.isEmpty() && words.matches()) {
      return sound(part(words, 1) * 3_600 + part(words, 2) * 60 + part(words, 3));
    }
    return Optional.empty();
  }

  private static long part(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static Optional<Integer> sound(long seconds) {
    return seconds > LONGEST ? Optional.empty() : Optional.of((int) seconds);
  }
}
