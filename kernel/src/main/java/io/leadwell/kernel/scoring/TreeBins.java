package io.leadwell.kernel.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Features as small numbers that trees can cut: quantiles of numbers, and levels in the order of
 * their weight of evidence, both learned from some rows only.
 */
final class TreeBins {

  private static final int PARTS = 64;

  private final byte[][] bins;
  private final int[] widths;

  private TreeBins(byte[][] bins, int[] widths) {
    this.bins = bins;
    this.widths = widths;
  }

  static TreeBins fit(List<Feature> features, int[] learn, boolean[] won, int rows) {
    byte[][] bins = new byte[features.size()][rows];
    int[] widths = new int[features.size()];
    for (int f = 0; f < bins.length; f++) {
      Feature feature = features.get(f);
      if (feature.numeric()) {
        double[] cuts = Binning.quantiles(feature.numbers(), learn, PARTS);
        for (int row = 0; row < rows; row++) {
          bins[f][row] = (byte) Binning.bin(cuts, feature.numbers()[row]);
        }
        widths[f] = cuts.length + 2;
      } else {
        int[] place = ordered(Binning.fit(feature, learn, won));
        for (int row = 0; row < rows; row++) {
          bins[f][row] = (byte) place[feature.levels()[row]];
        }
        widths[f] = place.length;
      }
    }
    return new TreeBins(bins, widths);
  }

  private static int[] ordered(Binning binning) {
    int[] order =
        IntStream.range(0, binning.bins())
            .boxed()
            .sorted(Comparator.comparingDouble(binning::woeOfBin))
            .mapToInt(bin -> bin)
            .toArray();
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    return place;
  }

  int features() {
    return bins.length;
  }

  /** How many bins a feature has, at most 256. */
  int width(int feature) {
    return widths[feature];
  }

  byte[] of(int feature) {
    return bins[feature];
  }

  int bin(int feature, int row) {
    return bins[feature][row] & 0xff;
  }
}
