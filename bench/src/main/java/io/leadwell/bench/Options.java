package io.leadwell.bench;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
record Options(int rows, @Nullable String only, long seed) {

  static final String USAGE =
      """
      ./leadwell bench [--rows N] [--only import|deals|lists|reports|start|hits|forms|companies|matching] [--seed N]
        --rows   leads of each of the two files (default 200000)
        --only   one part; deals, lists and reports fill their pool first
        --seed   of everything drawn (default 20261122)
      Writes docs/benchmarks.md when all parts run.
      """;

  private static final Set<String> PARTS =
      Set.of(
          "import",
          "segments",
          "deals",
          "lists",
          "reports",
          "start",
          "hits",
          "forms",
          "companies",
          "matching");

  private static final Set<String> POOL_PARTS =
      Set.of("import", "segments", "deals", "lists", "reports");

  /** Null when the arguments make no sense. */
  static @Nullable Options of(String[] arguments) {
    int rows = 200_000;
    String only = null;
    long seed = 20_261_122;
    if (arguments.length % 2 != 0) {
      return null;
    }
    try {
      for (int i = 0; i < arguments.length; i += 2) {
        String value = arguments[i + 1];
        switch (arguments[i]) {
          case "--rows" -> rows = Integer.parseInt(value);
          case "--only" -> only = value;
          case "--seed" -> seed = Long.parseLong(value);
          default -> {
            return null;
          }
        }
      }
    } catch (NumberFormatException e) {
      return null;
    }
    boolean sound = rows >= 1_000 && rows <= 20_000_000 && (only == null || PARTS.contains(only));
    return sound ? new Options(rows, only, seed) : null;
  }

  boolean wants(String part) {
    return only == null || only.equals(part);
  }

  /** Whether a part is wanted that works on a pool of leads. */
  boolean wantsPool() {
    return only == null || POOL_PARTS.contains(only);
  }
}
