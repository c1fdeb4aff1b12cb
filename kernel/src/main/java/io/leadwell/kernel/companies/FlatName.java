package io.leadwell.kernel.companies;

import java.util.BitSet;

/**
 * A folded name without brackets and blanks, and what these said.
 *
 * @param text ideographs, letters and digits
 * @param cuts where a word may end: not inside a run of Latin letters or digits
 * @param opened where a bracket opened
 * @param closed where one closed
 */
record FlatName(String text, BitSet cuts, BitSet opened, BitSet closed) {

  static FlatName of(String folded) {
    StringBuilder text = new StringBuilder(folded.length());
    BitSet cuts = new BitSet();
    BitSet opened = new BitSet();
    BitSet closed = new BitSet();
    boolean cut = true;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c == '(') {
        opened.set(text.length());
        cut = true;
      } else if (c == ')') {
        closed.set(text.length());
        cut = true;
      } else if (c == ' ' || c == '&') {
        cut = true;
      } else {
        boolean alone = Spelling.isIdeograph(c);
        boolean low = Character.isLowSurrogate(c);
        if (!low && (cut || alone || Spelling.isIdeograph(text.charAt(text.length() - 1)))) {
          cuts.set(text.length());
        }
        cut = false;
        text.append(c);
      }
    }
    cuts.set(text.length());
    return new FlatName(text.toString(), cuts, opened, closed);
  }

  /** Whether brackets held exactly this. */
  boolean bracketed(int from, int to) {
    return opened.get(from) && closed.get(to);
  }

  /** How many characters a piece counts: a Latin word counts two. */
  int size(int from, int to) {
    int size = 0;
    for (int i = from; i < to; i = cuts.nextSetBit(i + 1)) {
      size += Spelling.isIdeograph(text.charAt(i)) ? 1 : 2;
    }
    return size;
  }
}
