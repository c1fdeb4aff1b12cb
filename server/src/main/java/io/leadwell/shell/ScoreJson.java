package io.leadwell.shell;

import io.leadwell.kernel.scoring.LeftOut;
import io.leadwell.kernel.scoring.ScoreResult.NotEnough;
import io.leadwell.kernel.scoring.TrainedScore;
import io.leadwell.kernel.scoring.TrainedScore.CardLine;
import io.leadwell.kernel.scoring.TrainedScore.OutOfTime;
import io.leadwell.kernel.scoring.TrainedScore.Tenth;
import io.leadwell.kernel.scoring.TrainedScore.UsedColumn;
import java.io.PrintStream;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A learned score for programs; docs/scoring.md names the fields. */
final class ScoreJson {

  private final Words words;
  private final PrintStream out;

  ScoreJson(Words words, PrintStream out) {
    this.words = words;
    this.out = out;
  }

  void print(NotEnough few, String label) {
    ObjectNode json = Server.JSON.createObjectNode();
    json.put("rows", few.rows()).put("positives", few.positives());
    json.put("label", label).put("positive", few.positive());
    json.putNull("model");
    json.putNull("auc");
    json.putArray("columns_left_out");
    json.putObject("not_enough_data")
        .put("rows", few.rows())
        .put("positives", few.positives())
        .put("negatives", few.negatives())
        .put("rows_needed", few.leastRows())
        .put("of_each_outcome_needed", few.leastOfEach());
    out.println(json.toPrettyString());
  }

  void print(TrainedScore score, String label) {
    ObjectNode json = Server.JSON.createObjectNode();
    json.put("rows", score.rows()).put("rows_without_label", score.unlabelled());
    json.put("positives", score.positives()).put("label", label);
    json.put("positive", score.positive());
    json.put("positive_decided_by_word", score.positiveByWord());
    json.put("model", low(score.model()));
    json.put("auc", rounded(score.auc())).put("auc_se", rounded(score.standardError()));
    ArrayNode folds = json.putArray("auc_folds");
    score.aucOfFolds().forEach(auc -> folds.add(rounded(auc)));
    ObjectNode contenders = json.putObject("auc_by_model");
    score.contenders().forEach(c -> contenders.put(low(c.model()), rounded(c.auc())));
    OutOfTime later = score.outOfTime();
    if (later == null) {
      json.putNull("auc_out_of_time");
    } else {
      json.put("auc_out_of_time", rounded(later.auc()));
      json.putObject("out_of_time")
          .put("auc_se", rounded(later.standardError()))
          .put("from", later.from().toString())
          .put("rows_learned", later.learned())
          .put("rows_told", later.told());
    }
    leftOut(score, json);
    ArrayNode used = json.putArray("columns_used");
    for (UsedColumn column : score.used()) {
      used.addObject()
          .put("column", column.column())
          .put("kind", low(column.kind()))
          .put("iv", rounded(column.informationValue()))
          .put("auc", rounded(column.auc()));
    }
    ArrayNode calibration = json.putArray("calibration");
    for (Tenth tenth : score.calibration()) {
      calibration
          .addObject()
          .put("predicted", rounded(tenth.predicted()))
          .put("actual", rounded(tenth.actual()))
          .put("n", tenth.rows());
    }
    json.put("brier", rounded(score.brier())).put("ece", rounded(score.expectedError()));
    json.put("scorecard_base", score.card().base());
    ArrayNode card = json.putArray("scorecard");
    for (CardLine line : score.card().lines()) {
      card.addObject()
          .put("column", line.column())
          .put("level", line.level())
          .put("points", line.points())
          .put("n", line.rows())
          .put("rate", rounded(line.rate()));
    }
    out.println(json.toPrettyString());
  }

  private void leftOut(TrainedScore score, ObjectNode json) {
    ArrayNode names = json.putArray("columns_left_out");
    ArrayNode reasons = json.putArray("left_out_reasons");
    for (LeftOut column : score.leftOut()) {
      names.add(column.column());
      ObjectNode reason = reasons.addObject();
      reason.put("column", column.column()).put("reason", low(column.why()));
      if (Double.isNaN(column.auc())) {
        reason.putNull("auc");
      } else {
        reason.put("auc", rounded(column.auc()));
      }
      reason.put("clue", low(column.clue())).put("figure", rounded(column.figure()));
      reason.put("detail", ScoreText.detail(words, column));
    }
  }

  private static String low(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
