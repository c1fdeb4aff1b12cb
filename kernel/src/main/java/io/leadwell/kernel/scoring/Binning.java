package io.leadwell.kernel.scoring;

import java.util.Arrays;

/**
 * A feature cut into bins with the weight of evidence of each, learned from some rows only.
 *
 * <p>Numbers: up to 20 quantile bins, of which neighbours are put together as long as a chi-square
 * test cannot tell them apart; no direction is forced upon them. Bin 0 is what is missing.
 *
 * <p>WoE = ln(share of the winners in the bin ÷ share of the losers in it), IV = Σ (difference of
 * the shares) · WoE (Siddiqi, Credit Risk Scorecards, 2006), here with the winners above, so that
 * more is better. Each bin is smoothed by {@link #SMOOTHING} rows of the average.
 */
final class Binning {

  static final int QUANTILES = 20;

  /** The value at one degree of freedom that chance exceeds once in a hundred. */
  private static final double CHI_SQUARE = 6.635;

  /** Rows of the average that each bin is given, so that small ones stay near it. */
  static final double SMOOTHING = 10;

  private final Feature feature;
  private final double[] cuts;
  private final long[] rows;
  private final long[] wins;
  private final double[] woe;

  private Binning(Feature feature, double[] cuts, long[] rows, long[] wins) {
    this.feature = feature;
    this.cuts = cuts;
    this.rows = rows;
    this.wins = wins;
    this.woe = weights(rows, wins);
  }

  static Binning fit(Feature feature, int[] learn, boolean[] won) {
    double[] cuts = feature.numeric() ? merged(feature, learn, won) : new double[0];
    int bins = feature.numeric() ? cuts.length + 2 : feature.names().size();
    long[] rows = new long[bins];
    long[] wins = new long[bins];
    for (int row : learn) {
      int bin = bin(feature, cuts, row);
      rows[bin]++;
      wins[bin] += won[row] ? 1 : 0;
    }
    return new Binning(feature, cuts, rows, wins);
  }

  /** Weights of evidence of a table of bins; 0 for a bin without rows. */
  static double[] weights(long[] rows, long[] wins) {
    double all = Arrays.stream(rows).sum();
    double won = Arrays.stream(wins).sum();
    double[] woe = new double[rows.length];
    double average = won / all;
    if (won == 0 || won == all) {
      return woe;
    }
    for (int bin = 0; bin < woe.length; bin++) {
      double winners = wins[bin] + SMOOTHING * average;
      double losers = rows[bin] - wins[bin] + SMOOTHING * (1 - average);
      woe[bin] = Math.log(winners / losers) - Math.log(average / (1 - average));
    }
    return woe;
  }

  private static double[] merged(Feature feature, int[] learn, boolean[] won) {
    double[] cuts = quantiles(feature.numbers(), learn, QUANTILES);
    int bins = cuts.length + 1;
    double[] rows = new double[bins];
    double[] wins = new double[bins];
    for (int row : learn) {
      int bin = bin(feature, cuts, row) - 1;
      if (bin >= 0) {
        rows[bin]++;
        wins[bin] += won[row] ? 1 : 0;
      }
    }
    while (bins > 1) {
      int closest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int bin = 0; bin + 1 < bins; bin++) {
        double apart = chiSquare(rows[bin], wins[bin], rows[bin + 1], wins[bin + 1]);
        if (apart < least) {
          least = apart;
          closest = bin;
        }
      }
      if (least >= CHI_SQUARE) {
        break;
      }
      rows[closest] += rows[closest + 1];
      wins[closest] += wins[closest + 1];
      System.arraycopy(rows, closest + 2, rows, closest + 1, bins - closest - 2);
      System.arraycopy(wins, closest + 2, wins, closest + 1, bins - closest - 2);
      System.arraycopy(cuts, closest + 1, cuts, closest, bins - closest - 2);
      bins--;
    }
    return Arrays.copyOf(cuts, bins - 1);
  }

  /** Pearson's chi-square of two bins by two outcomes. */
  static double chiSquare(double rowsA, double winsA, double rowsB, double winsB) {
    double all = rowsA + rowsB;
    double wins = winsA + winsB;
    if (rowsA == 0 || rowsB == 0 || wins == 0 || wins == all) {
      return 0;
    }
    double cross = winsA * (rowsB - winsB) - winsB * (rowsA - winsA);
    return all * cross * cross / (rowsA * rowsB * wins * (all - wins));
  }

  /** Where to cut, between values, so that about equally many rows lie in each part. */
  static double[] quantiles(double[] numbers, int[] learn, int parts) {
    double[] sorted = new double[learn.length];
    int count = 0;
    for (int row : learn) {
      if (!Double.isNaN(numbers[row])) {
        sorted[count++] = numbers[row];
      }
    }
    Arrays.sort(sorted, 0, count);
    int distinct = count == 0 ? 0 : 1;
    for (int i = 1; i < count; i++) {
      distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
    }
    double[] cuts = new double[parts];
    int made = 0;
    int from = 0;
    for (int i = 1; i < count && made < parts - 1; i++) {
      // With few distinct values each is a part of its own.
      boolean enough = distinct <= parts || (long) (i - from) * parts >= count;
      if (sorted[i] != sorted[i - 1] && enough) {
        cuts[made++] = sorted[i - 1] + (sorted[i] - sorted[i - 1]) / 2;
        from = i;
      }
    }
    return Arrays.copyOf(cuts, made);
  }

  private static int bin(Feature feature, double[] cuts, int row) {
    return feature.numeric() ? bin(cuts, feature.numbers()[row]) : feature.levels()[row];
  }

  /** 0 for what is missing, then from the left. */
  static int bin(double[] cuts, double number) {
    if (Double.isNaN(number)) {
      return 0;
    }
    int place = Arrays.binarySearch(cuts, number);
    return (place >= 0 ? place + 1 : -place - 1) + 1;
  }

  int bin(int row) {
    return bin(feature, cuts, row);
  }

  double woe(int row) {
    return woe[bin(row)];
  }

  double woeOfBin(int bin) {
    return woe[bin];
  }

  int bins() {
    return woe.length;
  }

  long rows(int bin) {
    return rows[bin];
  }

  long wins(int bin) {
    return wins[bin];
  }

  Feature feature() {
    return feature;
  }

  /** Information value with the smoothed weights, in nats. */
  double informationValue() {
    double all = Arrays.stream(rows).sum();
    double won = Arrays.stream(wins).sum();
    double value = 0;
    for (int bin = 0; bin < woe.length; bin++) {
      value += (wins[bin] / won - (rows[bin] - wins[bin]) / (all - won)) * woe[bin];
    }
    return won == 0 || won == all ? 0 : value;
  }

  double[] cuts() {
    return cuts;
  }
}
