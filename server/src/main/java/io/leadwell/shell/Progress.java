package io.leadwell.shell;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Waits for work on the server: one line that moves on a terminal, a line now and then in a log.
 */
final class Progress {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final Words words;
  private final PrintStream err;
  private final boolean terminal;

  Progress(Words words, PrintStream err) {
    this.words = words;
    this.err = err;
    this.terminal = System.console() != null && System.console().isTerminal();
  }

  /** Looks until the status is none of {@code working}; returns the last answer. */
  JsonNode await(Supplier<JsonNode> look, Set<String> working, String sentence) {
    long nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
    boolean open = false;
    while (true) {
      JsonNode answer = look.get();
      if (!working.contains(answer.path("status").asString(""))) {
        if (open) {
          err.println();
        }
        return answer;
      }
      String line = line(answer.path("progress"), sentence);
      if (terminal) {
        err.print("\r\033[K" + line);
        err.flush();
        open = true;
      } else if (System.nanoTime() > nextLine) {
        err.println(line);
        nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
      }
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw Shell.failed(words, "interrupted");
      }
    }
  }

  private String line(JsonNode progress, String sentence) {
    return words.say(
        "progress." + sentence,
        progress.path("done").asLong(),
        progress.path("total").asLong(),
        progress.path("ratePerSecond").asLong(),
        progress.path("etaSeconds").asLong());
  }
}
