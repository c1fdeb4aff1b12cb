package io.leadwell.acquire.campaigns;

import io.leadwell.kernel.matching.Folding;
import java.util.List;

/** Text with {@code *} for anything; empty matches everything. Case and width don't count. */
record Wildcard(String text, List<String> parts) {

  static Wildcard of(String pattern) {
    String folded = fold(pattern);
    return new Wildcard(folded, List.of(folded.split("\\*", -1)));
  }

  static String fold(String text) {
    return Folding.fold(text);
  }

  boolean matches(String value) {
    if (text.isEmpty()) {
      return true;
    }
    String folded = fold(value);
    if (parts.size() == 1) {
      return folded.equals(text);
    }
    String first = parts.getFirst();
    String last = parts.getLast();
    if (!folded.startsWith(first) || folded.length() < first.length() + last.length()) {
      return false;
    }
    int at = first.length();
    int end = folded.length() - last.length();
    for (String middle : parts.subList(1, parts.size() - 1)) {
      int found = folded.indexOf(middle, at);
      if (found < 0 || found + middle.length() > end) {
        return false;
      }
      at = found + middle.length();
    }
    return folded.endsWith(last);
  }

  /** The heavier of two that both match says more: exact, then the longer pattern, then any. */
  int weight() {
    int letters = text.length() - (parts.size() - 1);
    return text.isEmpty() ? 0 : (parts.size() == 1 ? 10_000 : 1) + letters;
  }
}
