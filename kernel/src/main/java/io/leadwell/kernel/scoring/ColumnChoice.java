package io.leadwell.kernel.scoring;

import io.leadwell.kernel.scoring.LeftOut.Clue;
import io.leadwell.kernel.scoring.LeftOut.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a model may see.
 *
 * @param auc of each used column by itself
 */
record ColumnChoice(List<ColumnReading> used, double[] auc, List<LeftOut> leftOut) {

  /** Leaks show in fewer rows than a large file has. */
  private static final int MOST_ROWS = 60_000;

  private static final int MOST_GAPS = 3;

  /** A column read, with its AUC alone and what speaks against it. */
  private record Judged(ColumnReading reading, double auc, @Nullable LeftOut leftOut) {}

  static ColumnChoice of(List<TextColumn> columns, boolean[] won, TrainingPlan plan) {
    int[] all = IntStream.range(0, won.length).toArray();
    LeakCheck check = new LeakCheck(plan.label(), won, Folds.atMost(all, MOST_ROWS));
    List<Judged> judged =
        columns.parallelStream()
            .filter(column -> !column.name().equals(plan.label()))
            .map(column -> judge(column, check, plan))
            .toList();
    judged = withoutDuplicates(judged, columns, plan.keep());
    List<Judged> used = new ArrayList<>(judged.stream().filter(j -> j.leftOut == null).toList());
    Map<String, LeftOut> gaps = new HashMap<>();
    for (int i = 0; i < MOST_GAPS; i++) {
      List<Judged> open = used.stream().filter(j -> !plan.keep().contains(name(j))).toList();
      if (open.size() < used.size()) {
        break; // where a column is kept on purpose, a gap shows nothing
      }
      LeftOut gap =
          check.gap(
              used.stream().map(Judged::reading).toList(),
              used.stream().mapToDouble(Judged::auc).toArray());
      if (gap == null) {
        break;
      }
      gaps.put(gap.column(), gap);
      used.removeIf(j -> name(j).equals(gap.column()));
    }
    List<LeftOut> leftOut =
        judged.stream()
            .map(j -> gaps.getOrDefault(name(j), j.leftOut))
            .filter(Objects::nonNull)
            .toList();
    return new ColumnChoice(
        used.stream().map(Judged::reading).toList(),
        used.stream().mapToDouble(Judged::auc).toArray(),
        leftOut);
  }

  private static String name(Judged judged) {
    return judged.reading.column();
  }

  private static Judged judge(TextColumn column, LeakCheck check, TrainingPlan plan) {
    String name = column.name();
    if (plan.without().contains(name) || name.equals(plan.id())) {
      Why why = name.equals(plan.id()) ? Why.IDENTIFIER : Why.ASKED;
      LeftOut asked = LeftOut.of(name, why, Clue.ASKED, 0, "");
      return new Judged(ColumnReading.out(name, new boolean[0], asked), 0.5, asked);
    }
    ColumnReading reading = ColumnReading.of(column);
    LeftOut unread = reading.leftOut();
    if (unread != null && unread.why() != Why.IDENTIFIER) {
      return new Judged(reading, 0.5, unread);
    }
    if (name.equals(plan.time()) && reading.features().size() > 1) {
      // A model that counts on the day itself has seen no later one.
      List<Feature> rest = reading.features().subList(1, reading.features().size());
      reading = new ColumnReading(name, reading.kind(), rest, reading.filled(), null);
    }
    double auc = reading.features().isEmpty() ? Double.NaN : check.auc(reading.features());
    LeftOut leak = plan.keep().contains(name) ? null : check.alone(reading, auc);
    return new Judged(reading, Double.isNaN(auc) ? 0.5 : auc, leak != null ? leak : unread);
  }

  /** Of columns that part the rows alike, the first is kept. */
  private static List<Judged> withoutDuplicates(
      List<Judged> judged, List<TextColumn> columns, Set<String> keep) {
    Map<Long, String> seen = new HashMap<>();
    Map<String, TextColumn> byName = new HashMap<>();
    columns.forEach(column -> byName.put(column.name(), column));
    List<Judged> answer = new ArrayList<>();
    for (Judged each : judged) {
      if (each.leftOut != null) {
        answer.add(each);
        continue;
      }
      TextColumn column = Objects.requireNonNull(byName.get(name(each)));
      Feature main = each.reading.features().getFirst();
      // Values that never repeat part the rows alike without being the same.
      long values = main.numeric() ? values(main.numbers()) : 0;
      boolean number = each.reading.kind() == ColumnKind.NUMBER;
      long hash = number ? values : partition(column) ^ values;
      String first = seen.putIfAbsent(hash, column.name());
      LeftOut same =
          first == null || keep.contains(column.name())
              ? null
              : LeftOut.of(column.name(), Why.DUPLICATE, Clue.SAME_AS, 1, first);
      answer.add(new Judged(each.reading, each.auc, same));
    }
    return answer;
  }

  private static long values(double[] numbers) {
    long hash = 19;
    for (double number : numbers) {
      hash = Folds.mix(hash * 31 + Double.doubleToLongBits(number + 0.0));
    }
    return hash;
  }

  /** A hash of how the column parts the rows, whatever the parts are called. */
  private static long partition(TextColumn column) {
    int[] place = new int[column.texts().size() + 1];
    Arrays.fill(place, -1);
    int missing = column.texts().size();
    int count = 0;
    long hash = 17;
    boolean[] empty = new boolean[missing];
    for (int code = 0; code < missing; code++) {
      empty[code] = Cells.missing(column.texts().get(code));
    }
    for (int row = 0; row < column.size(); row++) {
      int code = empty[column.code(row)] ? missing : column.code(row);
      if (place[code] < 0) {
        place[code] = count++;
      }
      hash = Folds.mix(hash * 31 + place[code] + (code == missing ? 1_000_003 : 0));
    }
    return hash;
  }
}
