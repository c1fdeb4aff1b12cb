package io.leadwell.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long repetitions of one work took. */
record Latencies(double medianMillis, double p95Millis) {

  static Latencies of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(at(sorted, 0.5), at(sorted, 0.95));
  }

  private static double at(long[] sorted, double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }

  String text() {
    return String.format(Locale.ROOT, "%.1f / %.1f ms", medianMillis, p95Millis);
  }
}
