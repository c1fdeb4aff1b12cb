package io.leadwell.kernel.scoring;

import io.leadwell.kernel.scoring.ScoreResult.NotEnough;
import io.leadwell.kernel.scoring.ScoreResult.Reason;
import io.leadwell.kernel.scoring.ScoreResult.Unlearnable;
import io.leadwell.kernel.scoring.TrainedScore.Contender;
import io.leadwell.kernel.scoring.TrainedScore.OutOfTime;
import io.leadwell.kernel.scoring.TrainedScore.Tenth;
import io.leadwell.kernel.scoring.TrainedScore.UsedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Learns a score from a table of leads whose outcome is known. The door of the package. */
public final class ScoreTraining {

  /** At 50 of either outcome and an AUC of 0.75 the standard error is 0.05. */
  public static final int LEAST_OF_EACH = 50;

  public static final int LEAST_ROWS = 200;

  private ScoreTraining() {}

  /**
   * @throws IllegalArgumentException where the plan names a column that the table has not
   */
  public static ScoreResult train(LeadTable table, TrainingPlan plan) {
    TextColumn label = named(table, plan.label());
    String time = plan.time();
    double @Nullable [] days = time == null ? null : OutOfTimeCheck.days(named(table, time));
    if (time != null && days == null) {
      return new Unlearnable(Reason.TIME_UNREADABLE, time, List.of());
    }
    return switch (Outcome.read(label, plan.positive())) {
      case Outcome.Unclear(Outcome.Unreadable why, List<String> values) ->
          new Unlearnable(reason(why), plan.label(), values);
      case Outcome.Read read -> train(table, plan, read, days);
    };
  }

  private static Reason reason(Outcome.Unreadable why) {
    return switch (why) {
      case ONE_VALUE -> Reason.LABEL_ONE_VALUE;
      case MANY_VALUES -> Reason.LABEL_MANY_VALUES;
      case NO_SUCH_POSITIVE -> Reason.LABEL_WITHOUT_POSITIVE;
    };
  }

  private static TextColumn named(LeadTable table, String name) {
    int place = table.names().indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException("no column " + name);
    }
    return table.column(place);
  }

  private static ScoreResult train(
      LeadTable table, TrainingPlan plan, Outcome.Read read, double @Nullable [] days) {
    RowOrder order = RowOrder.of(table, read.won(), read.known(), plan.seed());
    boolean[] won = order.won();
    int wins = (int) IntStream.range(0, won.length).filter(i -> won[i]).count();
    int losses = won.length - wins;
    if (won.length < LEAST_ROWS || Math.min(wins, losses) < LEAST_OF_EACH) {
      return new NotEnough(read.positive(), won.length, wins, losses, LEAST_ROWS, LEAST_OF_EACH);
    }
    List<TextColumn> columns =
        table.columns().stream().map(column -> column.rows(order.rows())).toList();
    ColumnChoice choice = ColumnChoice.of(columns, won, plan);
    List<Feature> features =
        choice.used().stream().flatMap(column -> column.features().stream()).toList();
    if (features.isEmpty()) {
      return new Unlearnable(Reason.NO_COLUMNS, plan.label(), List.of());
    }
    int size = order.rows().length;
    Contest contest = Contest.hold(features, won, size, plan.seed());
    ModelKind kind = contest.winner();
    Calibration calibration =
        Calibration.of(contest.logitsOf(kind), won, contest.part(), Contest.FOLDS);
    int[] all = Folds.atMost(IntStream.range(0, won.length).toArray(), Contest.MOST_ROWS);
    Scorecard card = Scorecard.fit(features, all, won);
    Model model =
        kind == ModelKind.SCORECARD
            ? card
            : Models.fit(kind, features, all, won, size, plan.seed());
    OutOfTime outOfTime =
        days == null
            ? null
            : OutOfTimeCheck.of(kind, features, won, size, order.arrange(days), plan.seed());
    List<Tenth> tenths = calibration.tenths();
    return new TrainedScore(
        won.length,
        size - won.length,
        wins,
        read.positive(),
        read.decided() == Outcome.Decided.BY_WORD,
        kind,
        contest.auc(kind),
        Auc.standardError(contest.auc(kind), wins, losses),
        contest.aucOfFolds(kind),
        Stream.of(ModelKind.values()).map(k -> new Contender(k, contest.auc(k))).toList(),
        outOfTime,
        choice.leftOut(),
        used(choice, all, won),
        tenths,
        calibration.brier(),
        expectedError(tenths),
        Points.card(card),
        new ScoredLeads(features, model, calibration, order.placeOf(), won.length));
  }

  private static double expectedError(List<Tenth> tenths) {
    double sum = 0;
    double rows = 0;
    for (Tenth tenth : tenths) {
      sum += tenth.rows() * Math.abs(tenth.predicted() - tenth.actual());
      rows += tenth.rows();
    }
    return sum / rows;
  }

  private static List<UsedColumn> used(ColumnChoice choice, int[] rows, boolean[] won) {
    List<UsedColumn> used = new ArrayList<>();
    for (int i = 0; i < choice.used().size(); i++) {
      ColumnReading column = choice.used().get(i);
      double value = 0;
      for (Feature feature : column.features()) {
        value += Binning.fit(feature, rows, won).informationValue();
      }
      used.add(new UsedColumn(column.column(), column.kind(), value, choice.auc()[i]));
    }
    return used;
  }
}
