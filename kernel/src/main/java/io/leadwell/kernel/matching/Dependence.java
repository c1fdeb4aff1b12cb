package io.leadwell.kernel.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which field's agreement goes with which other's, so that it is counted once. */
final class Dependence {

  private static final double TELLING_BITS = 0.05;

  private Dependence() {}

  /**
   * A tree of dependences (Chow and Liu 1968): each field depends on the one whose agreement among
   * strangers changes it most, in bits that would be counted twice.
   */
  static int[] parents(Strangers strangers) {
    double[][][][] given = strangers.given;
    double[][] u = strangers.u;
    int n = u.length;
    int[] parent = new int[n];
    record Edge(int from, int to, double bits) {}
    List<Edge> edges = new ArrayList<>();
    for (int p = 0; p < n; p++) {
      for (int f = 0; f < n; f++) {
        double bits = given[p][f].length == 0 ? 0 : twice(given[p][f][0], u[f]);
        if (bits > TELLING_BITS) {
          edges.add(new Edge(p, f, bits));
        }
      }
    }
    edges.sort((x, y) -> Double.compare(y.bits(), x.bits()));
    Arrays.fill(parent, -1);
    for (Edge edge : edges) {
      int root = edge.from();
      while (parent[root] >= 0) {
        root = parent[root];
      }
      if (parent[edge.to()] < 0 && root != edge.to()) {
        parent[edge.to()] = edge.from();
      }
    }
    return parent;
  }

  private static double twice(double[] given, double[] alone) {
    double bits = 0;
    for (int level = 0; level < given.length; level++) {
      bits += given[level] * Model.bits(given[level] / alone[level]);
    }
    return bits;
  }
}
