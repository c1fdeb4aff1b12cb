package io.leadwell.pool.leads;

import io.leadwell.kernel.matching.Folding;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Comparison of people's names behind one contact. */
final class Names {

  private static final Pattern CALLED = Pattern.compile("..?(总|工|姐|哥|总监|经理|老师|先生|女士|小姐|主任|老板)");

  private Names() {}

  /** A Chinese name in characters, and not a surname with a title. */
  static boolean isWhole(String name) {
    String key = Folding.key(name);
    return key.length() >= 2
        && key.codePoints().allMatch(Character::isIdeographic)
        && !CALLED.matcher(key).matches();
  }

  /** Equal after folding, or one of the two not told. */
  static boolean mayBeOne(@Nullable String one, @Nullable String other) {
    return one == null || other == null || Folding.key(one).equals(Folding.key(other));
  }
}
