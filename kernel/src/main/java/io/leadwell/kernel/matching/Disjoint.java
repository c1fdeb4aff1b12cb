package io.leadwell.kernel.matching;

/** Disjoint sets; the name of a set is its smallest member. */
final class Disjoint {

  private final int[] up;

  Disjoint(int size) {
    up = new int[size];
    for (int i = 0; i < size; i++) {
      up[i] = i;
    }
  }

  int find(int i) {
    while (up[i] != i) {
      up[i] = up[up[i]];
      i = up[i];
    }
    return i;
  }

  void join(int a, int b) {
    int one = find(a);
    int two = find(b);
    up[Math.max(one, two)] = Math.min(one, two);
  }

  int[] labels() {
    int[] labels = new int[up.length];
    for (int i = 0; i < up.length; i++) {
      labels[i] = find(i);
    }
    return labels;
  }
}
