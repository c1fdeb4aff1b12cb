package io.leadwell.shell;

import io.leadwell.kernel.companies.FullNames.Match;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints which full names were found, as csv with a header or as one JSON array. */
final class CompanyAnswers {

  private final PrintStream out;
  private final boolean json;

  CompanyAnswers(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void print(List<String> names, List<List<Match>> found) {
    StringBuilder text = new StringBuilder(json ? "[" : "short,full,score\n");
    for (int i = 0; i < names.size(); i++) {
      if (json) {
        text.append(i == 0 ? "\n" : ",\n").append(object(names.get(i), found.get(i)));
      } else {
        lines(names.get(i), found.get(i), text);
      }
      if (text.length() > 1 << 16) {
        out.print(text);
        text.setLength(0);
      }
    }
    out.print(text.append(json ? "\n]\n" : ""));
    out.flush();
  }

  private static void lines(String name, List<Match> found, StringBuilder text) {
    if (found.isEmpty()) {
      text.append(cell(name)).append(",,0\n");
    }
    for (Match match : found) {
      text.append(cell(name)).append(',').append(cell(match.name())).append(',');
      text.append(score(match.score())).append('\n');
    }
  }

  private static ObjectNode object(String name, List<Match> found) {
    ObjectNode object = Server.JSON.createObjectNode();
    object.put("short", name);
    object.put("full", found.isEmpty() ? "" : found.getFirst().name());
    object.put("score", found.isEmpty() ? 0 : rounded(found.getFirst().score()));
    if (found.size() > 1) {
      ArrayNode others = object.putArray("others");
      for (Match match : found.subList(1, found.size())) {
        others.addObject().put("full", match.name()).put("score", rounded(match.score()));
      }
    }
    return object;
  }

  private static double rounded(double score) {
    return Math.round(score * 10_000) / 10_000.0;
  }

  static String score(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }

  /** As it stands in the file, quoted where a csv needs it. */
  static String cell(String value) {
    boolean plain =
        value.indexOf(',') < 0
            && value.indexOf('"') < 0
            && value.indexOf('\n') < 0
            && value.indexOf('\r') < 0
            && value.equals(value.strip());
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
