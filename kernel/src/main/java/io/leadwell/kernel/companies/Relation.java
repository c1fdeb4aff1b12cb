package io.leadwell.kernel.companies;

import java.util.ArrayList;
import java.util.List;

/**
 * How two names stand to each other, and why.
 *
 * @param verdict what a program may act on
 * @param score that both name one company, 0 to 1: 1 ÷ (1 + 2^−sum of bits). A branch and its head
 *     office are two
 * @param reasons in the order of the names' parts; their bits add up to the score
 */
public record Relation(Verdict verdict, double score, List<Reason> reasons) {

  /** What two names are to each other. */
  public enum Verdict {
    /** Two spellings of one company. */
    SAME,
    /** The left is a branch, office or shop of the right. */
    BRANCH_OF,
    /** The right is a branch, office or shop of the left. */
    HEAD_OF,
    /** One core, but another place, trade or form: sisters, branches of one firm, or namesakes. */
    SAME_GROUP,
    DIFFERENT,
    /** May be one: ask for a domain, a phone or a code besides. */
    UNSURE
  }

  /** From here on two names are one company, where nothing speaks against it. */
  private static final double SURE = 0.9;

  private static final double PERHAPS = 0.3;
  private static final double LIKELY = 0.5;
  private static final double CERTAIN = 12;

  public Relation {
    reasons = List.copyOf(reasons);
  }

  /** Symmetric: the other way round gives the same score and the mirrored verdict. */
  public static Relation between(CompanyName left, CompanyName right) {
    return left.folded().compareTo(right.folded()) <= 0
        ? ordered(left, right)
        : ordered(right, left).reversed();
  }

  private static Relation ordered(CompanyName left, CompanyName right) {
    String key = left.key();
    if (key.isEmpty() || right.key().isEmpty()) {
      return new Relation(Verdict.UNSURE, 0, List.of(Reason.of("nothing.read", 0)));
    }
    if (key.equals(right.key())) {
      return told(Verdict.SAME, List.of(Reason.of("key.equal", CERTAIN, key)));
    }
    if (left.isBranch() || right.isBranch()) {
      return ofBranches(left, right);
    }
    List<Reason> reasons =
        left.isLatin() && right.isLatin()
            ? LatinEvidence.of(left, right)
            : ChineseEvidence.of(left, right);
    return told(verdict(reasons), reasons);
  }

  private static Relation ofBranches(CompanyName left, CompanyName right) {
    Relation heads = between(head(left), head(right));
    List<Reason> reasons = new ArrayList<>(heads.reasons());
    String mark = left.text(Part.BRANCH);
    String other = right.text(Part.BRANCH);
    boolean oneFirm = heads.score() >= LIKELY;
    if (mark.equals(other)) {
      reasons.add(Reason.of("branch.equal", 1, mark, other));
      return told(heads.verdict(), reasons);
    }
    reasons.add(
        Reason.of(
            mark.isEmpty() || other.isEmpty() ? "branch.one" : "branch.other",
            -CERTAIN - sum(reasons),
            mark,
            other));
    Verdict verdict =
        !oneFirm
            ? heads.verdict() == Verdict.SAME_GROUP ? Verdict.SAME_GROUP : Verdict.DIFFERENT
            : other.isEmpty()
                ? Verdict.BRANCH_OF
                : mark.isEmpty() ? Verdict.HEAD_OF : Verdict.SAME_GROUP;
    return told(verdict, reasons);
  }

  private static CompanyName head(CompanyName name) {
    BranchMark mark = name.mark();
    return mark == null ? name : CompanyName.headOf(mark);
  }

  private static Verdict verdict(List<Reason> reasons) {
    double score = score(sum(reasons));
    boolean contradicted = reasons.stream().anyMatch(reason -> reason.code().endsWith(".other"));
    boolean core = reasons.stream().anyMatch(reason -> reason.code().equals("core.equal"));
    if (score >= SURE && !contradicted) {
      return Verdict.SAME;
    }
    if (core && contradicted) {
      return Verdict.SAME_GROUP;
    }
    return score >= PERHAPS ? Verdict.UNSURE : core ? Verdict.SAME_GROUP : Verdict.DIFFERENT;
  }

  private static Relation told(Verdict verdict, List<Reason> reasons) {
    return new Relation(verdict, score(sum(reasons)), reasons);
  }

  static double sum(List<Reason> reasons) {
    return reasons.stream().mapToDouble(Reason::bits).sum();
  }

  static double score(double bits) {
    return 1 / (1 + Math.pow(2, -bits));
  }

  private Relation reversed() {
    Verdict mirrored =
        switch (verdict) {
          case BRANCH_OF -> Verdict.HEAD_OF;
          case HEAD_OF -> Verdict.BRANCH_OF;
          default -> verdict;
        };
    return new Relation(mirrored, score, reasons.stream().map(Reason::reversed).toList());
  }
}
