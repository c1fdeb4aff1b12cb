package io.leadwell.kernel.matching;

import java.util.Arrays;

/** Draws the pairs that a model is estimated on; the same ones in every run. */
final class Sampling {

  private static final int RANDOM_PAIRS = 300_000;
  private static final int RANDOM_PAIRS_A_RECORD = 50;
  private static final int PAIRS_A_STEP = 2_000;
  private static final int CANDIDATES = 300_000;
  private static final int TRIES = 6;

  private final Records records;
  private final int sideB;

  Sampling(Records records, int sideB) {
    this.records = records;
    this.sideB = sideB;
  }

  /** How many pairs there are. */
  double total() {
    double n = records.size();
    return sideB == 0 ? n * (n - 1) / 2 : (double) sideB * (n - sideB);
  }

  /** Any pairs: all of them where there are few. */
  Sample random() {
    Sample sample = new Sample(records.fieldCount());
    int n = records.size();
    double total = total();
    int wanted = Math.clamp((long) RANDOM_PAIRS_A_RECORD * n, 50_000, RANDOM_PAIRS);
    if (total <= wanted) {
      for (int a = 0; a < n; a++) {
        for (int b = Math.max(a + 1, sideB); b < n && (sideB == 0 || a < sideB); b++) {
          sample.add(a, b, 1);
        }
      }
      return sample;
    }
    for (int i = 0; i < wanted; i++) {
      int a = below(Hashes.mix(2L * i + 1), sideB == 0 ? n : sideB);
      int b = sideB + below(Hashes.mix(2L * i + 2), n - sideB);
      if (a != b) {
        sample.add(a, b, total / wanted);
      }
    }
    return sample;
  }

  /** Pairs that rules propose, evenly thinned. */
  Sample proposed(Candidates candidates, int threads) {
    long every = Math.max(1, candidates.raw() / CANDIDATES);
    Sample[] parts = new Sample[candidates.parts()];
    Work.share(
        parts.length,
        threads,
        () ->
            task -> {
              Sample part = new Sample(records.fieldCount());
              candidates.walk(
                  task,
                  (a, b) -> every == 1 || Long.remainderUnsigned(Hashes.pair(a, b), every) == 0,
                  (a, b) -> part.add(a, b, every));
              parts[task] = part;
            });
    Sample all = new Sample(records.fieldCount());
    for (Sample part : parts) {
      for (int i = 0; i < part.size(); i++) {
        all.add(part.a(i), part.b(i), every);
      }
    }
    return all;
  }

  /** Pairs that are equal in a field, as many of rare values as of common ones. */
  Sample equal(int f) {
    Sample sample = new Sample(records.fieldCount());
    Field field = records.field(f);
    int values = field.values().size();
    int[] starts = new int[values + 1];
    for (int v = 1; v < values; v++) {
      starts[v + 1] = starts[v] + field.count(v);
    }
    int[] filled = Arrays.copyOf(starts, values);
    int[] order = new int[field.filled()];
    for (int r = 0; r < records.size(); r++) {
      int value = records.value(r, f);
      if (value != Values.MISSING) {
        order[filled[value]++] = r;
      }
    }
    int[] sizes = new int[Model.STEPS];
    double[] pairs = new double[Model.STEPS];
    int[][] members = new int[Model.STEPS][];
    for (int round = 0; round < 2; round++) {
      for (int v = 1; v < values; v++) {
        int count = field.count(v);
        if (count < 2) {
          continue;
        }
        int step = Model.step(count - 1);
        if (round == 0) {
          pairs[step] += count * (count - 1.0) / 2;
        } else {
          members[step][sizes[step]] = v;
        }
        sizes[step]++;
      }
      for (int s = 0; round == 0 && s < Model.STEPS; s++) {
        members[s] = new int[sizes[s]];
        sizes[s] = 0;
      }
    }
    for (int s = 0; s < Model.STEPS; s++) {
      draw(sample, members[s], pairs[s], starts, field, order, s);
    }
    return sample;
  }

  private void draw(
      Sample sample,
      int[] members,
      double pairs,
      int[] starts,
      Field field,
      int[] order,
      int step) {
    if (members.length == 0) {
      return;
    }
    int wanted = (int) Math.min(PAIRS_A_STEP, pairs);
    for (int i = 0; i < wanted; i++) {
      long seed = (long) step << 40 | (long) i << 8;
      // Few values are all taken in turn.
      int v =
          members[
              members.length <= wanted
                  ? i % members.length
                  : below(Hashes.mix(seed), members.length)];
      int count = field.count(v);
      for (int t = 1; t <= TRIES; t++) {
        int a = order[starts[v] + below(Hashes.mix(seed + 2L * t), count)];
        int b = order[starts[v] + below(Hashes.mix(seed + 2L * t + 1), count)];
        if (a != b && (sideB == 0 || a < sideB != b < sideB)) {
          sample.add(Math.min(a, b), Math.max(a, b), pairs / wanted);
          break;
        }
      }
    }
  }

  private static int below(long hash, int n) {
    return (int) Long.remainderUnsigned(hash, n);
  }
}
