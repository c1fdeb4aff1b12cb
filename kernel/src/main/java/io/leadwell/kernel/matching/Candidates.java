package io.leadwell.kernel.matching;

import java.util.ArrayList;
import java.util.List;

/** Walks the pairs that rules propose, each once, in parts that several threads can take. */
final class Candidates {

  private static final int PAIRS_A_PART = 200_000;

  private final Rules rules;
  private final int sideB;
  private final List<Part> parts = new ArrayList<>();
  private final long raw;

  /** Some blocks of a rule. */
  record Part(Rules.Rule rule, int from, int to) {}

  /** Takes a pair; {@code a < b}. */
  interface Taker {
    void take(int a, int b);
  }

  /** Whether a pair is looked at at all, asked before the dearer question whether it is new. */
  interface Wanted {
    boolean wants(int a, int b);
  }

  Candidates(Rules rules, int sideB) {
    this.rules = rules;
    this.sideB = sideB;
    long all = 0;
    for (Rules.Rule rule : rules.all()) {
      int from = 0;
      long pairs = 0;
      for (int block = 0; block < rule.blocks(); block++) {
        long n = rule.starts()[block + 1] - rule.starts()[block];
        pairs += n * (n - 1) / 2;
        if (pairs >= PAIRS_A_PART || block == rule.blocks() - 1) {
          parts.add(new Part(rule, from, block + 1));
          all += pairs;
          pairs = 0;
          from = block + 1;
        }
      }
    }
    this.raw = all;
  }

  int parts() {
    return parts.size();
  }

  /** Pairs of all blocks, those that several rules propose counted as often. */
  long raw() {
    return raw;
  }

  void walk(int part, Wanted wanted, Taker taker) {
    Part some = parts.get(part);
    Rules.Rule rule = some.rule();
    int[] order = rule.order();
    for (int block = some.from(); block < some.to(); block++) {
      int end = rule.starts()[block + 1];
      for (int i = rule.starts()[block]; i < end; i++) {
        int a = order[i];
        for (int j = i + 1; j < end; j++) {
          int b = order[j];
          if (sideB > 0 && a < sideB == b < sideB || !wanted.wants(a, b)) {
            continue;
          }
          if (rules.agree(rule, a, b) && !rules.proposedBefore(rule, a, b)) {
            taker.take(a, b);
          }
        }
      }
    }
  }
}
