package io.leadwell.kernel.scoring;

import io.leadwell.kernel.scoring.TrainedScore.OutOfTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Learns from the earlier four fifths and tells of the later fifth. */
final class OutOfTimeCheck {

  private static final double EARLIER = 0.8;
  private static final int LEAST_OF_EACH = 10;

  private OutOfTimeCheck() {}

  /** Days of each row, or null where the column says none. */
  static double @Nullable [] days(TextColumn column) {
    boolean[] missing = new boolean[column.texts().size()];
    for (int code = 0; code < missing.length; code++) {
      missing[code] = Cells.missing(column.texts().get(code));
    }
    // Whoever names the column says that it is a time, so eight digits are a day.
    @Nullable LocalDateTime[] moments = DateColumn.read("date", column.texts(), missing);
    long filled = 0;
    int[] counts = column.counts();
    for (int code = 0; code < missing.length; code++) {
      filled += missing[code] ? 0 : counts[code];
    }
    boolean most = filled > 0 && DateColumn.share(moments, counts) >= 0.8 * filled;
    return most ? DateColumn.days(column, moments) : null;
  }

  /** Null where one side has too few of an outcome. */
  static @Nullable OutOfTime of(
      ModelKind kind, List<Feature> features, boolean[] won, int size, double[] days, long seed) {
    int[] order =
        IntStream.range(0, won.length)
            .filter(row -> !Double.isNaN(days[row]))
            .boxed()
            .sorted(Comparator.comparingDouble(row -> days[row]))
            .mapToInt(row -> row)
            .toArray();
    int cut = (int) (order.length * EARLIER);
    // A moment is not cut in two: rows of one moment are all later ones.
    while (cut > 0 && cut < order.length && days[order[cut]] == days[order[cut - 1]]) {
      cut--;
    }
    int[] learn = Arrays.copyOf(order, cut);
    int[] later = Arrays.copyOfRange(order, cut, order.length);
    if (few(learn, won) || few(later, won)) {
      return null;
    }
    // In the order of learning, which is one of chance, so that what is held back is not the
    // newest.
    Arrays.sort(learn);
    Model model =
        Models.fit(kind, features, Folds.atMost(learn, Contest.MOST_ROWS), won, size, seed);
    boolean[] truth = new boolean[later.length];
    int wins = 0;
    for (int i = 0; i < truth.length; i++) {
      truth[i] = won[later[i]];
      wins += truth[i] ? 1 : 0;
    }
    double auc = Auc.of(IntStream.of(later).mapToDouble(model::logit).toArray(), truth);
    return new OutOfTime(
        auc,
        Auc.standardError(auc, wins, later.length - wins),
        LocalDate.ofEpochDay((long) Math.floor(days[later[0]])),
        learn.length,
        later.length);
  }

  private static boolean few(int[] rows, boolean[] won) {
    long wins = IntStream.of(rows).filter(row -> won[row]).count();
    return wins < LEAST_OF_EACH || rows.length - wins < LEAST_OF_EACH;
  }
}
