package io.leadwell.shell;

import io.leadwell.kernel.scoring.LeftOut;
import io.leadwell.kernel.scoring.ModelKind;
import io.leadwell.kernel.scoring.TrainedScore;
import io.leadwell.kernel.scoring.TrainedScore.CardLine;
import io.leadwell.kernel.scoring.TrainedScore.OutOfTime;
import io.leadwell.kernel.scoring.TrainedScore.Tenth;
import io.leadwell.kernel.scoring.TrainedScore.UsedColumn;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A learned score for readers. */
final class ScoreText {

  private static final int STRONGEST = 10;
  private static final int CARD_LINES = 40;
  private static final int BAR = 40;

  private final Words words;
  private final PrintStream out;

  ScoreText(Words words, PrintStream out) {
    this.words = words;
    this.out = out;
  }

  void print(TrainedScore score, String label, boolean timed) {
    say(
        "score.rows",
        score.rows(),
        score.positives(),
        percent((double) score.positives() / score.rows()),
        score.positive(),
        label,
        words.say(score.positiveByWord() ? "score.byWord" : "score.byRarity"));
    if (score.unlabelled() > 0) {
      say("score.unlabelled", score.unlabelled());
    }
    say(
        "score.auc",
        three(score.auc()),
        three(score.standardError()),
        Math.round(score.auc() * 100),
        words.say("score.judgement." + judgement(score.auc())));
    OutOfTime later = score.outOfTime();
    if (later != null) {
      say(
          "score.outOfTime",
          three(later.auc()),
          three(later.standardError()),
          later.told(),
          later.from().toString(),
          later.learned());
    } else if (timed) {
      say("score.outOfTimeNone");
    }
    Map<ModelKind, String> auc = new HashMap<>();
    score.contenders().forEach(c -> auc.put(c.model(), three(c.auc())));
    say(
        "score.model",
        words.say("score.kind." + score.model()),
        auc.getOrDefault(ModelKind.SCORECARD, ""),
        auc.getOrDefault(ModelKind.TREES, ""),
        auc.getOrDefault(ModelKind.BLEND, ""));
    leftOut(score.leftOut());
    strongest(score.used());
    calibration(score);
    card(score);
  }

  private void say(String key, Object... arguments) {
    out.println(words.say(key, arguments));
  }

  private static String judgement(double auc) {
    return auc >= 0.9
        ? "EXCELLENT"
        : auc >= 0.8 ? "GOOD" : auc >= 0.7 ? "USABLE" : auc >= 0.6 ? "WEAK" : "CHANCE";
  }

  private void leftOut(List<LeftOut> columns) {
    out.println();
    if (columns.isEmpty()) {
      say("score.leftOutNone");
      return;
    }
    say("score.leftOutTitle");
    for (LeftOut column : columns) {
      out.println("  " + column.column() + " – " + detail(words, column));
    }
    say("score.keepHint");
  }

  /** Why a column was left out, as a sentence without its name. */
  static String detail(Words words, LeftOut column) {
    return words.say(
        "leftOut." + column.clue(),
        three(column.auc()),
        percent(column.figure()),
        column.other(),
        three(column.figure()));
  }

  private void strongest(List<UsedColumn> columns) {
    out.println();
    say("score.strongTitle");
    columns.stream()
        .sorted(Comparator.comparingDouble((UsedColumn c) -> -c.informationValue()))
        .limit(STRONGEST)
        .forEach(column ->
            out.println(
                "  "
                    + three(column.informationValue())
                    + "  "
                    + three(column.auc())
                    + "  "
                    + column.column()));
  }

  private void calibration(TrainedScore score) {
    out.println();
    say("score.calibrationTitle");
    out.println("  " + words.say("score.calibrationHead"));
    for (Tenth tenth : score.calibration()) {
      out.println(
          "  "
              + percent(tenth.predicted())
              + "\t"
              + percent(tenth.actual())
              + "\t"
              + tenth.rows()
              + "\t"
              + "█".repeat((int) Math.round(tenth.actual() * BAR)));
    }
    say("score.calibrationEnd", three(score.brier()), three(score.expectedError()));
  }

  private void card(TrainedScore score) {
    out.println();
    say("score.cardTitle", score.card().base());
    List<CardLine> lines = score.card().lines();
    for (CardLine line : lines.subList(0, Math.min(CARD_LINES, lines.size()))) {
      String level =
          switch (line.level()) {
            case "" -> words.say("score.missing");
            case "…" -> words.say("score.others");
            default -> line.level();
          };
      out.println(
          String.format(Locale.ROOT, "  %+5d  ", line.points())
              + line.column()
              + ": "
              + level
              + " ("
              + line.rows()
              + ", "
              + percent(line.rate())
              + ")");
    }
    if (lines.size() > CARD_LINES) {
      say("score.cardMore");
    }
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f%%", value * 100);
  }
}
