package io.leadwell.kernel.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Pairs with their weights in bits, growing; {@code a < b}. */
final class Edges {

  private int size;
  private int[] a = new int[256];
  private int[] b = new int[256];
  private float[] weight = new float[256];

  int size() {
    return size;
  }

  int a(int i) {
    return a[i];
  }

  int b(int i) {
    return b[i];
  }

  float weight(int i) {
    return weight[i];
  }

  void add(int one, int two, float bits) {
    if (size == a.length) {
      a = Arrays.copyOf(a, size * 2);
      b = Arrays.copyOf(b, size * 2);
      weight = Arrays.copyOf(weight, size * 2);
    }
    a[size] = one;
    b[size] = two;
    weight[size++] = bits;
  }

  /** All of the parts, sorted by pair, so that the way they were found does not show. */
  static Edges sorted(List<Edges> parts) {
    int n = parts.stream().mapToInt(Edges::size).sum();
    long[] keys = new long[n];
    float[] weights = new float[n];
    int filled = 0;
    for (Edges part : parts) {
      for (int i = 0; i < part.size; i++) {
        keys[filled] = (long) part.a[i] << 32 | part.b[i];
        weights[filled++] = part.weight[i];
      }
    }
    Edges all = new Edges();
    int[] order = IntStream.range(0, n).toArray();
    for (int i : sortedBy(order, keys)) {
      all.add((int) (keys[i] >>> 32), (int) keys[i], weights[i]);
    }
    return all;
  }

  private static int[] sortedBy(int[] order, long[] keys) {
    return Arrays.stream(order)
        .boxed()
        .sorted(Comparator.comparingLong(i -> keys[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Numbers of the edges from heavy to light; ties by pair. */
  int[] byWeight() {
    return IntStream.range(0, size)
        .boxed()
        .sorted((x, y) ->
            weight[x] != weight[y]
                ? Float.compare(weight[y], weight[x])
                : a[x] != a[y] ? Integer.compare(a[x], a[y]) : Integer.compare(b[x], b[y]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
