package io.leadwell.acquire.capture;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Readers that say themselves that they are machines; they are shown the page and not counted. */
final class Robots {

  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)bot\\b|bot/|spider|crawl|slurp|preview|facebookexternalhit|curl/|wget/|python-|java/|monitor");

  private Robots() {}

  static boolean isOne(@Nullable String agent) {
    return agent == null || NAMES.matcher(agent).find();
  }
}
