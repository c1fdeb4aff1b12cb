package io.leadwell.kernel.matching;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Pairs of records that somebody said are two people: never joined, by no evidence. */
public final class Separate {

  public static final Separate NONE = new Separate(Set.of());

  private final Set<Long> pairs = new HashSet<>();

  /**
   * @param pairs of record numbers, two each
   */
  public Separate(Collection<int[]> pairs) {
    pairs.forEach(pair -> this.pairs.add(key(pair[0], pair[1])));
  }

  boolean forbids(int a, int b) {
    return !pairs.isEmpty() && pairs.contains(key(a, b));
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }
}
