package io.leadwell.kernel.scoring;

/**
 * Grows one tree on gradients: by histograms, the larger child's got by taking the smaller away.
 */
final class Growing {

  private static final int LEAST_ROWS = 15;
  private static final double LEAST_HESSIAN = 1;
  private static final double LAMBDA = 3;
  private static final double LEAST_GAIN = 1e-6;

  private final TreeBins bins;
  private final double[] gradient;
  private final double[] hessian;
  private final double rate;
  private final boolean[] open;
  private final int[] offset;
  private final int width;
  private final int[] rows;
  private final int[] spare;
  private final Tree tree = new Tree();

  /**
   * @param rows to learn from; put into another order
   * @param open the features this tree may use
   */
  Growing(
      TreeBins bins, double[] gradient, double[] hessian, double rate, int[] rows, boolean[] open) {
    this.bins = bins;
    this.gradient = gradient;
    this.hessian = hessian;
    this.rate = rate;
    this.rows = rows;
    this.open = open;
    this.spare = new int[rows.length];
    this.offset = new int[bins.features()];
    int sum = 0;
    for (int f = 0; f < offset.length; f++) {
      offset[f] = sum;
      sum += bins.width(f) * 3;
    }
    this.width = sum;
  }

  Tree grow(int depth) {
    double[] histogram = histogram(0, rows.length);
    double g = 0;
    double h = 0;
    for (int row : rows) {
      g += gradient[row];
      h += hessian[row];
    }
    int root = tree.add(-g / (h + LAMBDA) * rate);
    split(root, 0, rows.length, depth, histogram, g, h);
    return tree;
  }

  private double[] histogram(int from, int to) {
    double[] sums = new double[width];
    for (int f = 0; f < offset.length; f++) {
      if (!open[f]) {
        continue;
      }
      byte[] bin = bins.of(f);
      int begin = offset[f];
      for (int i = from; i < to; i++) {
        int row = rows[i];
        int place = begin + (bin[row] & 0xff) * 3;
        sums[place] += gradient[row];
        sums[place + 1] += hessian[row];
        sums[place + 2]++;
      }
    }
    return sums;
  }

  private void split(
      int node, int from, int to, int depth, double[] histogram, double g, double h) {
    if (depth == 0 || to - from < 2 * LEAST_ROWS) {
      return;
    }
    double best = LEAST_GAIN;
    int feature = -1;
    int cut = 0;
    double bestG = 0;
    double bestH = 0;
    for (int f = 0; f < offset.length; f++) {
      if (!open[f]) {
        continue;
      }
      double leftG = 0;
      double leftH = 0;
      double left = 0;
      int last = bins.width(f) - 1;
      for (int bin = 0; bin < last; bin++) {
        int place = offset[f] + bin * 3;
        if (histogram[place + 2] == 0) {
          continue;
        }
        leftG += histogram[place];
        leftH += histogram[place + 1];
        left += histogram[place + 2];
        double rightH = h - leftH;
        if (left < LEAST_ROWS || leftH < LEAST_HESSIAN) {
          continue;
        }
        if (to - from - left < LEAST_ROWS || rightH < LEAST_HESSIAN) {
          break;
        }
        double rightG = g - leftG;
        double gain =
            leftG * leftG / (leftH + LAMBDA)
                + rightG * rightG / (rightH + LAMBDA)
                - g * g / (h + LAMBDA);
        if (gain > best) {
          best = gain;
          feature = f;
          cut = bin;
          bestG = leftG;
          bestH = leftH;
        }
      }
    }
    if (feature < 0) {
      return;
    }
    int middle = partition(feature, cut, from, to);
    int first = tree.add(-bestG / (bestH + LAMBDA) * rate);
    tree.add(-(g - bestG) / (h - bestH + LAMBDA) * rate);
    tree.split(node, feature, cut, first);
    if (depth == 1) {
      return;
    }
    boolean leftSmaller = middle - from <= to - middle;
    double[] smaller = leftSmaller ? histogram(from, middle) : histogram(middle, to);
    for (int i = 0; i < width; i++) {
      histogram[i] -= smaller[i];
    }
    split(first, from, middle, depth - 1, leftSmaller ? smaller : histogram, bestG, bestH);
    split(
        first + 1, middle, to, depth - 1, leftSmaller ? histogram : smaller, g - bestG, h - bestH);
  }

  private int partition(int feature, int cut, int from, int to) {
    int left = from;
    int right = 0;
    for (int i = from; i < to; i++) {
      int row = rows[i];
      if (bins.bin(feature, row) <= cut) {
        rows[left++] = row;
      } else {
        spare[right++] = row;
      }
    }
    System.arraycopy(spare, 0, rows, left, right);
    return left;
  }
}
