package io.leadwell.kernel.companies;

import io.leadwell.kernel.companies.LatinLikeness.Pair;
import io.leadwell.kernel.companies.LegalForms.Parted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What speaks for and against two names in Latin letters being one company.
 *
 * <p>The share of the weight that found a partner decides; three quarters of it is the point of
 * doubt. A word that is a name of its own and stands on one side only speaks against; on both sides
 * it all but excludes: Siemens Energy, Siemens Healthineers.
 */
final class LatinEvidence {

  private static final double BITS = 14;
  private static final double DOUBT = 0.76;

  /** Less than this weigh words such as group and and. */
  private static final double TELLING = 0.4;

  private LatinEvidence() {}

  static List<Reason> of(CompanyName left, CompanyName right) {
    Parted one = LegalForms.part(LatinWords.of(left.folded()));
    Parted other = LegalForms.part(LatinWords.of(right.folded()));
    List<String> words = LatinWords.telling(one.words());
    List<String> others = LatinWords.telling(other.words());
    LatinLikeness likeness = LatinLikeness.of(words, others, 1);
    List<Reason> reasons = new ArrayList<>();
    double weight = 0;
    for (Pair pair : likeness.pairs()) {
      weight += pair.degree();
    }
    for (Pair pair : likeness.pairs()) {
      double bits = BITS * likeness.share() * pair.degree() / weight;
      reasons.add(Reason.of(code(pair, words, others), bits, pair.left(), pair.right()));
    }
    reasons.add(Reason.of("words.expected", -BITS * DOUBT));
    if (!likeness.pairs().isEmpty() && likeness.pairs().stream().noneMatch(LatinEvidence::isSure)) {
      reasons.add(Reason.of("words.near", -3.5));
    }
    boolean bothFull = !one.forms().isEmpty() && !other.forms().isEmpty();
    rest(likeness, bothFull, reasons);
    forms(one.forms(), other.forms(), reasons);
    return reasons;
  }

  private static String code(Pair pair, List<String> left, List<String> right) {
    if (pair.degree() >= 0.97) {
      boolean first =
          pair.left().equals(String.join(" ", left))
              || !left.isEmpty()
                  && !right.isEmpty()
                  && pair.left().equals(left.getFirst())
                  && pair.right().equals(right.getFirst());
      return first ? "core.equal" : "word.equal";
    }
    return pair.left().contains(" ") || pair.right().contains(" ") ? "word.initials" : "word.near";
  }

  /**
   * A name that only looks like the other, with nothing beside it that is equal, is often another.
   */
  private static boolean isSure(Pair pair) {
    return pair.degree() >= 0.97 || pair.left().contains(" ") || pair.right().contains(" ");
  }

  /** People leave words out of a short form, registers do not: between two full names they tell. */
  private static void rest(LatinLikeness likeness, boolean bothFull, List<Reason> reasons) {
    List<String> left = likeness.onlyLeft();
    List<String> right = likeness.onlyRight();
    if (left.isEmpty() && right.isEmpty()) {
      return;
    }
    boolean ownLeft = left.stream().anyMatch(LatinWords::isOwn);
    boolean ownRight = right.stream().anyMatch(LatinWords::isOwn);
    String one = String.join(" ", left);
    String other = String.join(" ", right);
    if (ownLeft && ownRight) {
      reasons.add(Reason.of("words.other", -3, one, other));
    } else if (!left.isEmpty() && !right.isEmpty()) {
      reasons.add(Reason.of("words.other", ownLeft || ownRight ? -2 : -1.5, one, other));
    } else {
      boolean telling =
          Stream.concat(left.stream(), right.stream())
              .anyMatch(word -> LatinWords.weight(word) >= TELLING);
      double missing = (ownLeft || ownRight ? -1 : 0) - (bothFull && telling ? 1.5 : 0);
      reasons.add(Reason.of("words.missing", missing, one, other));
    }
  }

  private static void forms(List<String> left, List<String> right, List<Reason> reasons) {
    String one = String.join(" ", left);
    String other = String.join(" ", right);
    if (left.isEmpty() || right.isEmpty()) {
      return;
    }
    if (one.equals(other)) {
      reasons.add(Reason.of("form.equal", 0.7, one, other));
    } else if (!one.contains("ltd") || !other.contains("ltd")) {
      reasons.add(Reason.of("form.changed", -1, one, other));
    }
  }
}
