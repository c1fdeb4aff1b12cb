package io.leadwell.kernel.scoring;

import java.util.Arrays;

/** A regression tree over bins; a node's children stand together, and a leaf has none. */
final class Tree {

  private int[] feature = new int[32];
  private int[] bin = new int[32];
  private int[] child = new int[32];
  private double[] value = new double[32];
  private int size;

  int add(double value) {
    if (size == child.length) {
      feature = Arrays.copyOf(feature, size * 2);
      bin = Arrays.copyOf(bin, size * 2);
      child = Arrays.copyOf(child, size * 2);
      this.value = Arrays.copyOf(this.value, size * 2);
    }
    this.value[size] = value;
    return size++;
  }

  /** Up to a bin a row goes to the first child, beyond it to the second. */
  void split(int node, int feature, int bin, int firstChild) {
    this.feature[node] = feature;
    this.bin[node] = bin;
    child[node] = firstChild;
  }

  double value(TreeBins bins, int row) {
    int node = 0;
    while (child[node] != 0) {
      node = child[node] + (bins.bin(feature[node], row) <= bin[node] ? 0 : 1);
    }
    return value[node];
  }

  /**
   * Gives each feature on the way the change of the node's value that its cut brought (Saabas
   * 2014).
   */
  void explain(TreeBins bins, int row, double[] moved, double weight) {
    int node = 0;
    while (child[node] != 0) {
      int next = child[node] + (bins.bin(feature[node], row) <= bin[node] ? 0 : 1);
      moved[feature[node]] += weight * (value[next] - value[node]);
      node = next;
    }
  }
}
