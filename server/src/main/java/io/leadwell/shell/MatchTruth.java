package io.leadwell.shell;

import io.leadwell.kernel.matching.Accuracy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is true, and how right an answer is against it. */
final class MatchTruth {

  private final int[] groups;
  private final Set<Long> pairs;
  private final int unknown;

  /**
   * @param pairs the true pairs as listed; empty where they are all pairs within the groups
   */
  private MatchTruth(int[] groups, Set<Long> pairs, int unknown) {
    this.groups = groups;
    this.pairs = pairs;
    this.unknown = unknown;
  }

  /** Lines that name ids which are no records. */
  int unknown() {
    return unknown;
  }

  /** Precision, recall and what they are made of. */
  record Score(long truePairs, long found, long right) {

    double precision() {
      return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
      return truePairs == 0 ? 1 : (double) right / truePairs;
    }

    double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
  }

  /** Records with the same label are one; a record without a label is by itself. */
  static MatchTruth ofLabels(List<String> labels) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] groups = new int[labels.size()];
    for (int i = 0; i < groups.length; i++) {
      String label = labels.get(i);
      int record = i;
      groups[i] = label.isEmpty() ? record : numbers.computeIfAbsent(label, l -> record);
    }
    return new MatchTruth(groups, Set.of(), 0);
  }

  /**
   * A file of pairs of ids, or of ids and groups: it is told by whether the second cells are ids.
   *
   * @param first numbers of records by id; of two lists, those of the first
   * @param second the same, or those of the second list
   */
  static MatchTruth read(
      Path file, Map<String, Integer> first, Map<String, Integer> second, int size, Words words) {
    List<String[]> rows = MatchTable.rows(file, words);
    long ids =
        rows.stream()
            .filter(
                row -> row.length > 1 && (second.containsKey(row[1]) || first.containsKey(row[1])))
            .count();
    return 2 * ids >= rows.size() - 1
        ? ofPairs(rows, first, second, size)
        : ofGroups(rows, first, second, size);
  }

  private static MatchTruth ofGroups(
      List<String[]> rows, Map<String, Integer> first, Map<String, Integer> second, int size) {
    String[] labels = new String[size];
    Arrays.fill(labels, "");
    int unknown = 0;
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      Integer record = first.getOrDefault(row[0], second.get(row[0]));
      if (record != null && row.length > 1) {
        labels[record] = row[1];
      } else if (i > 0) {
        unknown++;
      }
    }
    MatchTruth truth = ofLabels(List.of(labels));
    return new MatchTruth(truth.groups, Set.of(), unknown);
  }

  private static MatchTruth ofPairs(
      List<String[]> rows, Map<String, Integer> first, Map<String, Integer> second, int size) {
    int[] up = new int[size];
    for (int i = 0; i < size; i++) {
      up[i] = i;
    }
    Set<Long> pairs = new HashSet<>();
    int unknown = 0;
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      Integer a = row.length < 2 ? null : first.get(row[0]);
      Integer b = row.length < 2 ? null : second.get(row[1]);
      if (row.length >= 2 && (a == null || b == null)) {
        a = second.get(row[0]);
        b = first.get(row[1]);
      }
      if (a == null || b == null) {
        // The first line may name the columns.
        unknown += i > 0 ? 1 : 0;
      } else if (!a.equals(b)) {
        pairs.add(key(a, b));
        int one = find(up, a);
        int two = find(up, b);
        up[Math.max(one, two)] = Math.min(one, two);
      }
    }
    int[] groups = new int[size];
    for (int i = 0; i < size; i++) {
      groups[i] = find(up, i);
    }
    return new MatchTruth(groups, pairs, unknown);
  }

  /** Groups against the truth, all true pairs counted, also those never looked at. */
  Score score(int[] found) {
    Accuracy accuracy = accuracy(found);
    if (pairs.isEmpty()) {
      return new Score(accuracy.truePairs(), accuracy.foundPairs(), accuracy.rightPairs());
    }
    long right = pairs.stream().filter(p -> found[(int) (p >> 32)] == found[p.intValue()]).count();
    return new Score(pairs.size(), accuracy.foundPairs(), right);
  }

  boolean holds(int a, int b) {
    return pairs.isEmpty() ? groups[a] == groups[b] : pairs.contains(key(a, b));
  }

  /** For B-cubed, with pairs closed to groups. */
  Accuracy accuracy(int[] found) {
    return Accuracy.of(found, groups);
  }

  private static int find(int[] up, int i) {
    int root = i;
    while (up[root] != root) {
      up[root] = up[up[root]];
      root = up[root];
    }
    return root;
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }
}
