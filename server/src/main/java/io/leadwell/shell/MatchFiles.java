package io.leadwell.shell;

import io.leadwell.kernel.matching.Matched;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The whole outcome of a match as files, where the console would be flooded. */
final class MatchFiles {

  private final Matched matched;
  private final List<String> ids;
  private final Words words;

  MatchFiles(Matched matched, List<String> ids, Words words) {
    this.matched = matched;
    this.ids = ids;
    this.words = words;
  }

  void writePairs(Path file) {
    write(
        file,
        writer -> {
          writer.write("a,b,weight,probability,band\n");
          for (int i = 0; i < matched.pairCount(); i++) {
            Matched.Pair pair = matched.pair(i);
            writer.write(
                String.format(
                    Locale.ROOT,
                    "%s,%s,%.3f,%.6f,%s%n",
                    quoted(ids.get(pair.a())),
                    quoted(ids.get(pair.b())),
                    pair.weight(),
                    pair.probability(),
                    MatchReport.band(matched, pair)));
          }
        });
  }

  /** Every record with the first record of its group, also those by themselves. */
  void writeClusters(Path file) {
    write(
        file,
        writer -> {
          writer.write("id,cluster\n");
          int[] groups = matched.groups();
          for (int i = 0; i < groups.length; i++) {
            writer.write(quoted(ids.get(i)) + "," + quoted(ids.get(groups[i])) + "\n");
          }
        });
  }

  private interface Content {
    void to(BufferedWriter writer) throws IOException;
  }

  private void write(Path file, Content content) {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      content.to(writer);
    } catch (IOException e) {
      throw Shell.failed(words, "fileUnwritable", file, String.valueOf(e.getMessage()));
    }
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
