package io.leadwell.shell;

import io.leadwell.kernel.matching.Column;
import io.leadwell.kernel.matching.Matched;
import io.leadwell.kernel.matching.Matching;
import io.leadwell.kernel.matching.Separate;
import io.leadwell.kernel.matching.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code match --in FILE.csv}: finds which rows of a csv speak of the same person or company, or
 * which rows of two do. Needs no server; {@code docs/matching.md}.
 */
final class MatchCommand {

  private static final List<String> IDS =
      List.of("id", "unique_id", "uniqueid", "rec_id", "record_id", "recid", "row_id", "编号", "序号");
  private static final List<String> GROUPS = List.of("cluster", "cluster_id", "entity_id", "label");

  private final Arguments arguments;
  private final Words words;
  private final PrintStream out;
  private final PrintStream err;

  MatchCommand(Arguments arguments, Words words, PrintStream out, PrintStream err) {
    this.arguments = arguments;
    this.words = words;
    this.out = out;
    this.err = err;
  }

  int run() {
    String format = arguments.oneOf("format", List.of("text", "json"));
    Settings settings = settings();
    List<MatchTable> tables = tables();
    MatchTable first = tables.getFirst();
    String id = idColumn(first);
    Optional<String> group = arguments.option("truth-column").map(name -> named(first, name));
    List<String> beside = new ArrayList<>(GROUPS);
    beside.add(id);
    group.ifPresent(beside::add);
    List<Column> schema = MatchFields.of(first, arguments.option("fields"), beside, words);
    err.println(words.say("matchFields", shown(schema)));
    MatchSpelling spelling = MatchSpelling.of(schema);
    List<List<String[]>> rows =
        tables.stream().map(table -> spelling.spelt(cells(table, schema))).toList();
    List<String> ids = new ArrayList<>();
    List<Map<String, Integer>> numbers = new ArrayList<>();
    for (MatchTable table : tables) {
      numbers.add(numbered(table, id, ids));
    }
    Matched matched =
        rows.size() == 2
            ? Matching.links(spelling.schema(), rows.get(0), rows.get(1), settings)
            : Matching.duplicates(spelling.schema(), rows.getFirst(), Separate.NONE, settings);
    Optional<MatchTruth> truth = truth(tables, group, numbers, ids.size());
    MatchReport report = new MatchReport(matched, ids, truth, settings, words);
    MatchFiles files = new MatchFiles(matched, ids, words);
    arguments.option("pairs").ifPresent(file -> files.writePairs(Path.of(file)));
    arguments.option("clusters").ifPresent(file -> files.writeClusters(Path.of(file)));
    boolean summary = arguments.flag("summary");
    if (format.equals("json")) {
      report.json(out, summary);
    } else {
      report.text(out, summary);
    }
    return Shell.DONE;
  }

  private List<MatchTable> tables() {
    List<String> files = new ArrayList<>(arguments.inputs());
    arguments.word(0).ifPresent(file -> files.add(0, file));
    if (files.isEmpty() || files.size() > 2) {
      throw new Shell.Refusal(Shell.WRONG_USE, words.say("matchNoFile"));
    }
    return files.stream().map(file -> MatchTable.read(Path.of(file), words)).toList();
  }

  private Settings settings() {
    Settings settings = Settings.USUAL;
    if (arguments.option("threshold").isPresent()) {
      settings = settings.withLink(probability("threshold"));
    }
    if (arguments.option("certain").isPresent()) {
      settings = settings.withCertain(Math.max(settings.link(), probability("certain")));
    }
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    if (arguments.option("threads").isPresent()) {
      String said = arguments.option("threads").orElse("");
      if (!said.matches("[1-9]\\d{0,2}")) {
        throw new Shell.Refusal(Shell.WRONG_USE, words.say("matchThreads", said));
      }
      threads = Integer.parseInt(said);
    }
    return settings.withThreads(threads);
  }

  private double probability(String option) {
    String said = arguments.option(option).orElse("");
    try {
      double p = Double.parseDouble(said);
      if (p > 0 && p < 1) {
        return p;
      }
    } catch (NumberFormatException e) {
      // Told below, as any other wrong value.
    }
    throw new Shell.Refusal(Shell.WRONG_USE, words.say("matchProbability", "--" + option, said));
  }

  /** The column of ids; empty where rows go by their number. */
  private String idColumn(MatchTable table) {
    Optional<String> said = arguments.option("id");
    if (said.isPresent()) {
      return named(table, said.get());
    }
    return IDS.stream()
        .filter(name -> table.column(name) >= 0)
        .findFirst()
        .map(name -> table.headers().get(table.column(name)))
        .orElse("");
  }

  private String named(MatchTable table, String name) {
    int column = table.column(name);
    if (column < 0) {
      throw new Shell.Refusal(
          Shell.WRONG_USE, words.say("matchNoColumn", name, String.join(", ", table.headers())));
    }
    return table.headers().get(column);
  }

  private List<String[]> cells(MatchTable table, List<Column> schema) {
    int[] positions = schema.stream().mapToInt(c -> position(table, c.name())).toArray();
    List<String[]> cells = new ArrayList<>(table.rows().size());
    for (String[] row : table.rows()) {
      String[] some = new String[positions.length];
      for (int i = 0; i < some.length; i++) {
        some[i] = row[positions[i]];
      }
      cells.add(some);
    }
    return cells;
  }

  private int position(MatchTable table, String name) {
    return table.headers().indexOf(named(table, name));
  }

  private Map<String, Integer> numbered(MatchTable table, String id, List<String> ids) {
    int column = id.isEmpty() ? -1 : position(table, id);
    Map<String, Integer> numbers = new HashMap<>();
    int row = 0;
    for (String[] cells : table.rows()) {
      row++;
      String name = column < 0 ? Integer.toString(row) : cells[column];
      if (numbers.putIfAbsent(name, ids.size()) != null) {
        throw Shell.failed(words, "matchIdTwice", name);
      }
      ids.add(name);
    }
    return numbers;
  }

  private Optional<MatchTruth> truth(
      List<MatchTable> tables,
      Optional<String> group,
      List<Map<String, Integer>> numbers,
      int size) {
    if (group.isPresent()) {
      List<String> labels = new ArrayList<>();
      for (MatchTable table : tables) {
        int column = position(table, group.get());
        table.rows().forEach(row -> labels.add(row[column]));
      }
      return Optional.of(MatchTruth.ofLabels(labels));
    }
    return arguments
        .option("truth")
        .map(file ->
            MatchTruth.read(Path.of(file), numbers.getFirst(), numbers.getLast(), size, words));
  }

  private static String shown(List<Column> schema) {
    return String.join(
        ", ", schema.stream().map(c -> c.name() + " → " + c.meaning().word()).toList());
  }
}
