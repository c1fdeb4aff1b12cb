package io.leadwell.acquire.campaigns;

import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.matching.Folding;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names as they come from people and files: trimmed, runs of blanks made one. */
final class Names {

  private static final int TEXT_LENGTH = 2_000;

  private Names() {}

  static String clean(String name) {
    return name.replace('\u3000', ' ').strip().replaceAll("\\s+", " ");
  }

  /** Equal for every way of typing one name: case, width and blanks don't count. */
  static String key(String name) {
    return Folding.fold(name);
  }

  /** Free text: blank is none, and there is an end to what is kept. */
  static @Nullable String text(@Nullable String text, String field) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > TEXT_LENGTH) {
      throw Problem.field(CampaignsProblem.TEXT_TOO_LONG, field, "problem.TEXT_TOO_LONG");
    }
    return text.strip();
  }

  /**
   * The usable names by their key, in the order of keys: writers that lock rows in one order can't
   * block each other.
   */
  static SortedMap<String, String> byKey(Collection<String> names, int longest) {
    SortedMap<String, String> byKey = new TreeMap<>();
    for (String name : names) {
      String clean = clean(name);
      String key = key(clean);
      if (!key.isEmpty() && clean.length() <= longest) {
        byKey.putIfAbsent(key, clean);
      }
    }
    return byKey;
  }
}
