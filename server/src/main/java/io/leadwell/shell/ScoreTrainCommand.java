package io.leadwell.shell;

import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.matching.Folding;
import io.leadwell.kernel.scoring.LeadTable;
import io.leadwell.kernel.scoring.ScoreResult;
import io.leadwell.kernel.scoring.ScoreResult.NotEnough;
import io.leadwell.kernel.scoring.ScoreResult.Unlearnable;
import io.leadwell.kernel.scoring.ScoreTraining;
import io.leadwell.kernel.scoring.TrainedScore;
import io.leadwell.kernel.scoring.TrainingPlan;
import io.leadwell.pool.imports.TableFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code score-train --in FILE.csv --label COLUMN}: learns a score from rows with known outcomes
 * and tells how good it is. Needs no server.
 */
final class ScoreTrainCommand {

  private static final List<String> FORMATS = List.of("text", "json");

  private final Arguments arguments;
  private final Words words;
  private final PrintStream out;
  private final PrintStream err;

  ScoreTrainCommand(Arguments arguments, Words words, PrintStream out, PrintStream err) {
    this.arguments = arguments;
    this.words = words;
    this.out = out;
    this.err = err;
  }

  int run() {
    boolean json = arguments.oneOf("format", FORMATS).equals("json");
    if (arguments.option("in").isEmpty() || arguments.option("label").isEmpty()) {
      throw new Shell.Refusal(Shell.WRONG_USE, words.say("scoreFileMissing"));
    }
    long seed = seed();
    Path file = Path.of(arguments.option("in").get());
    long begin = System.nanoTime();
    LeadTable table = read(file);
    TrainingPlan plan = plan(table, seed);
    err.println(words.say("score.read", table.rows(), table.names().size(), seconds(begin)));
    begin = System.nanoTime();
    ScoreResult result = ScoreTraining.train(table, plan);
    int code =
        switch (result) {
          case Unlearnable unlearnable -> throw refused(unlearnable);
          case NotEnough few -> {
            if (json) {
              new ScoreJson(words, out).print(few, plan.label());
            }
            err.println(
                words.say(
                    "scoreNotEnough",
                    few.rows(),
                    few.positives(),
                    few.positive(),
                    few.negatives(),
                    few.leastRows(),
                    few.leastOfEach()));
            yield Shell.NOT_ENOUGH_DATA;
          }
          case TrainedScore score -> {
            err.println(words.say("score.done", seconds(begin)));
            if (json) {
              new ScoreJson(words, out).print(score, plan.label());
            } else {
              new ScoreText(words, out).print(score, plan.label(), plan.time() != null);
            }
            arguments.option("scores").ifPresent(to -> write(Path.of(to), score, table, plan.id()));
            yield Shell.DONE;
          }
        };
    out.flush();
    return code;
  }

  private Shell.Refusal refused(Unlearnable unlearnable) {
    return Shell.failed(
        words,
        "scoreUnlearnable." + unlearnable.reason(),
        unlearnable.column(),
        String.join(", ", unlearnable.values()));
  }

  private static String seconds(long begin) {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - begin) / 1e9);
  }

  private long seed() {
    String seed = arguments.option("seed").orElse("1");
    if (!seed.matches("-?[0-9]{1,18}")) {
      throw new Shell.Refusal(Shell.WRONG_USE, words.say("badSeed", seed));
    }
    return Long.parseLong(seed);
  }

  private LeadTable read(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw Shell.failed(words, "fileUnreadable", file);
    }
    try (TableFile rows = TableFile.open(file)) {
      List<String> header = rows.next();
      if (header == null) {
        throw Shell.failed(words, "scoreNoRows", file);
      }
      LeadTable table = new LeadTable(header);
      for (List<String> row = rows.next(); row != null; row = rows.next()) {
        table.add(row);
      }
      if (table.rows() == 0) {
        throw Shell.failed(words, "scoreNoRows", file);
      }
      return table;
    } catch (Problem problem) {
      throw Shell.failed(words, "notATable", file, words.problem(problem));
    } catch (IOException e) {
      throw Shell.failed(words, "fileUnreadable", file);
    }
  }

  private TrainingPlan plan(LeadTable table, long seed) {
    List<String> names = table.names();
    String time = arguments.option("time").orElse(null);
    String id = arguments.option("id").orElse(null);
    return new TrainingPlan(
        column(names, arguments.option("label").orElse("")),
        arguments.option("positive").orElse(null),
        time == null ? null : column(names, time),
        id == null ? null : column(names, id),
        columns(names, "without"),
        columns(names, "keep"),
        seed);
  }

  private String column(List<String> names, String wanted) {
    if (names.contains(wanted.strip())) {
      return wanted.strip();
    }
    return names.stream()
        .filter(name -> Folding.key(name).equals(Folding.key(wanted)))
        .findFirst()
        .orElseThrow(() -> Shell.failed(words, "columnMissing", wanted, String.join(", ", names)));
  }

  private Set<String> columns(List<String> names, String option) {
    String wanted = arguments.option(option).orElse("");
    if (wanted.isEmpty() || names.contains(wanted.strip())) {
      return wanted.isEmpty() ? Set.of() : Set.of(wanted.strip());
    }
    Set<String> columns = new LinkedHashSet<>();
    for (String name : wanted.split("[,，]")) {
      if (!name.isBlank()) {
        columns.add(column(names, name));
      }
    }
    return columns;
  }

  private void write(Path file, TrainedScore score, LeadTable table, @Nullable String id) {
    try {
      ScoreRows.write(file, score, table, id);
    } catch (IOException e) {
      throw Shell.failed(words, "fileUnwritable", file, e.toString());
    }
    err.println(words.say("score.written", file));
  }
}
