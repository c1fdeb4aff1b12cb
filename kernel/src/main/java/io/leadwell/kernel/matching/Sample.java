package io.leadwell.kernel.matching;

import java.util.Arrays;

/**
 * Compared pairs: records, levels by field, of equal values how many other records have them, and
 * how many pairs each stands for.
 */
final class Sample {

  private final int fields;
  private int size;
  private int[] a = new int[1 << 10];
  private int[] b = new int[1 << 10];
  private byte[] levels;
  private int[] others;
  private double[] stands = new double[1 << 10];

  Sample(int fields) {
    this.fields = fields;
    this.levels = new byte[fields << 10];
    this.others = new int[0];
  }

  int size() {
    return size;
  }

  void add(int one, int two, double standsFor) {
    if (size == a.length) {
      int room = size * 2;
      a = Arrays.copyOf(a, room);
      b = Arrays.copyOf(b, room);
      stands = Arrays.copyOf(stands, room);
      levels = Arrays.copyOf(levels, room * fields);
    }
    a[size] = one;
    b[size] = two;
    stands[size++] = standsFor;
  }

  int a(int i) {
    return a[i];
  }

  int b(int i) {
    return b[i];
  }

  double stands(int i) {
    return stands[i];
  }

  int level(int i, int f) {
    return levels[i * fields + f];
  }

  int others(int i, int f) {
    return others[i * fields + f];
  }

  void compare(Records records, int threads) {
    others = new int[size * fields];
    int part = 8192;
    Work.share(
        (size + part - 1) / part,
        threads,
        () -> {
          Scorer scorer = new Scorer(records);
          return task -> {
            int end = Math.min(size, (task + 1) * part);
            for (int i = task * part; i < end; i++) {
              scorer.compare(a[i], b[i]);
              System.arraycopy(scorer.levels(), 0, levels, i * fields, fields);
              System.arraycopy(scorer.others(), 0, others, i * fields, fields);
            }
          };
        });
  }
}
