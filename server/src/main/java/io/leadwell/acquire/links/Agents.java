package io.leadwell.acquire.links;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Programs that follow links without anybody wanting to: previews, crawlers, scanners of mail. */
final class Agents {

  private static final int LONGEST = 700;

  private static final List<String> ROBOTS =
      List.of(
          "bot",
          "spider",
          "crawl",
          "slurp",
          "preview",
          "externalhit",
          "expand",
          "facebookcatalog",
          "whatsapp",
          "skypeuripreview",
          "embedly",
          "feedfetcher",
          "headless",
          "lighthouse",
          "monitor",
          "scanner",
          "curl/",
          "wget/",
          "python",
          "java/",
          "okhttp",
          "go-http-client",
          "apache-httpclient",
          "node-fetch",
          "axios",
          "libwww",
          "ruby",
          "php/");

  private Agents() {}

  /** Also who doesn't say what it is: every browser does. */
  static boolean robot(@Nullable String agent) {
    if (agent == null || agent.isBlank() || agent.length() > LONGEST) {
      return true;
    }
    String lower = agent.toLowerCase(Locale.ROOT);
    // a phone of this make is called so
    String told = lower.replace("cubot", "");
    return ROBOTS.stream().anyMatch(told::contains);
  }
}
