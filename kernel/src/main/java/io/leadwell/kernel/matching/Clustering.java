package io.leadwell.kernel.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Groups records by mean linkage (Sokal and Michener 1958): two groups join where the mean weight
 * over all pairs across them is high enough, so a single good pair does not chain strangers
 * together. Joins are found by chains of nearest neighbours (Benzécri 1982), which needs no more
 * than a look at each pair and does not depend on the order of the records but for exact ties.
 */
final class Clustering {

  /** One pair counts at most so many bits, or it would decide alone. */
  private static final float CLAMP = 20;

  private static final double NEVER = -1e9;

  private final Records records;
  private final Weights weights;
  private final Edges edges;
  private final Separate separate;
  private final int largest;
  private final List<int[]> groups = new ArrayList<>();
  private int parted;

  /**
   * Two groups that join, named by their smallest records.
   *
   * @param mean weight over all pairs across them: whether they join
   * @param best weight of a pair across them; where records have ways to be reached, see {@link
   *     Surest}
   */
  record Join(int a, int b, float mean, float best) {

    /**
     * How sure the join is. Many weak pairs do not make it sure, nor does one strong pair that the
     * others speak against.
     */
    float sureness() {
      return (mean + best) / 2;
    }
  }

  /**
   * @param edges all pairs that could join two groups
   * @param largest components of more records are parted at their weakest pairs
   */
  Clustering(Records records, Weights weights, Edges edges, Separate separate, int largest) {
    this.records = records;
    this.weights = weights;
    this.edges = edges;
    this.separate = separate;
    this.largest = largest;
  }

  /** How many components were too large and had to be parted. */
  int parted() {
    return parted;
  }

  /** Joins whose mean is at least {@code least}; within a group each after those it builds on. */
  List<Join> joins(float least, int threads) {
    int[] all = new int[edges.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    components(all, least);
    List<List<Join>> found = new ArrayList<>();
    groups.forEach(group -> found.add(List.of()));
    Work.share(
        groups.size(),
        threads,
        () -> {
          Scorer scorer = new Scorer(records);
          return task -> {
            List<Join> joins = agglomerate(groups.get(task), scorer, least);
            synchronized (found) {
              found.set(task, joins);
            }
          };
        });
    return found.stream().flatMap(List::stream).toList();
  }

  private void components(int[] some, float bound) {
    Disjoint sets = new Disjoint(records.size());
    for (int e : some) {
      sets.join(edges.a(e), edges.b(e));
    }
    TreeMap<Integer, List<Integer>> edgesOf = new TreeMap<>();
    for (int e : some) {
      edgesOf.computeIfAbsent(sets.find(edges.a(e)), r -> new ArrayList<>()).add(e);
    }
    for (List<Integer> within : edgesOf.values()) {
      int[] own = within.stream().mapToInt(Integer::intValue).toArray();
      int[] members =
          Arrays.stream(own)
              .flatMap(e -> Arrays.stream(new int[] {edges.a(e), edges.b(e)}))
              .sorted()
              .distinct()
              .toArray();
      if (members.length <= largest) {
        groups.add(members);
        continue;
      }
      parted++;
      float higher = Math.max(bound, lightest(own)) + 1;
      int[] kept = Arrays.stream(own).filter(e -> edges.weight(e) >= higher).toArray();
      components(kept, higher);
    }
  }

  private float lightest(int[] some) {
    float lightest = Float.MAX_VALUE;
    for (int e : some) {
      lightest = Math.min(lightest, edges.weight(e));
    }
    return lightest;
  }

  private List<Join> agglomerate(int[] members, Scorer scorer, float least) {
    int n = members.length;
    double[][] sum = new double[n][n];
    Surest surest = new Surest(n);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        sum[i][j] = weight(members[i], members[j], scorer);
        sum[j][i] = sum[i][j];
        if (sum[i][j] <= -CLAMP) {
          surest.set(i, j, Surest.Ways.NONE, -CLAMP);
        } else {
          Surest.Ways ways =
              scorer.sharesWay()
                  ? Surest.Ways.SHARED
                  : scorer.waysDiffer() ? Surest.Ways.DIFFER : Surest.Ways.NONE;
          surest.set(i, j, ways, (float) sum[i][j]);
        }
      }
    }
    int[] size = new int[n];
    Arrays.fill(size, 1);
    int[] chain = new int[n];
    int length = 0;
    List<Join> joins = new ArrayList<>();
    boolean[] done = new boolean[n];
    for (int start = 0; start < n; ) {
      if (length == 0) {
        while (start < n && (size[start] == 0 || done[start])) {
          start++;
        }
        if (start == n) {
          break;
        }
        chain[length++] = start;
      }
      int last = chain[length - 1];
      int previous = length > 1 ? chain[length - 2] : -1;
      int nearest = nearest(last, previous, sum, size);
      if (nearest < 0 || mean(sum, size, last, nearest) < least) {
        // Along a chain neighbours come ever nearer, so none of it will join anything.
        for (int k = 0; k < length; k++) {
          done[chain[k]] = true;
        }
        length = 0;
        continue;
      }
      if (nearest != previous) {
        chain[length++] = nearest;
        continue;
      }
      length -= 2;
      int kept = Math.min(last, nearest);
      int gone = Math.max(last, nearest);
      joins.add(
          new Join(
              members[kept],
              members[gone],
              (float) mean(sum, size, last, nearest),
              surest.of(last, nearest)));
      for (int k = 0; k < n; k++) {
        sum[kept][k] += sum[gone][k];
        sum[k][kept] = sum[kept][k];
      }
      surest.join(kept, gone);
      size[kept] += size[gone];
      size[gone] = 0;
    }
    return joins;
  }

  private static int nearest(int of, int previous, double[][] sum, int[] size) {
    int nearest = previous;
    double best = previous < 0 ? Double.NEGATIVE_INFINITY : mean(sum, size, of, previous);
    for (int k = 0; k < size.length; k++) {
      if (k != of && size[k] > 0 && mean(sum, size, of, k) > best) {
        best = mean(sum, size, of, k);
        nearest = k;
      }
    }
    return nearest;
  }

  private static double mean(double[][] sum, int[] size, int a, int b) {
    return sum[a][b] / ((double) size[a] * size[b]);
  }

  private double weight(int a, int b, Scorer scorer) {
    if (separate.forbids(a, b)) {
      return NEVER;
    }
    float weight = scorer.weigh(a, b, weights, -CLAMP);
    if (weight <= Weights.FORBIDDEN / 2) {
      return NEVER;
    }
    return weight >= Weights.CERTAIN / 2 ? weight : Math.clamp(weight, -CLAMP, CLAMP);
  }
}
