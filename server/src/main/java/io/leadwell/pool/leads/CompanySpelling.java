package io.leadwell.pool.leads;

import io.leadwell.kernel.companies.CompanyName;
import io.leadwell.kernel.companies.Reason;
import io.leadwell.kernel.companies.Relation;
import io.leadwell.kernel.companies.Relation.Verdict;
import io.leadwell.kernel.matching.Edits;

/**
 * How alike two names of companies are written: one is the other's short form, or differs by a
 * letter. Among strangers that makes another company; where something else says that they are one,
 * or somebody asks, it is what they look for. Sisters, branches and other places are not alike.
 */
final class CompanySpelling {

  /** Shorter names leave too little that is equal. */
  private static final int SHORTEST = 6;

  private static final double SHORT_FORM = 0.85;
  private static final double SLIP = 0.7;

  private CompanySpelling() {}

  static boolean isAlike(String one, String other) {
    return likeness(one, other) > 0;
  }

  /** From 0, not alike, to 1, two spellings of one name. */
  static double likeness(String one, String other) {
    Relation relation = Relation.between(CompanyName.of(one), CompanyName.of(other));
    return switch (relation.verdict()) {
      case SAME -> relation.score();
      case BRANCH_OF, HEAD_OF, SAME_GROUP -> 0;
      case UNSURE, DIFFERENT ->
          isShortForm(relation) ? relation.score() : isSlip(one, other) ? SLIP : 0;
    };
  }

  private static boolean isShortForm(Relation relation) {
    return relation.verdict() == Verdict.UNSURE
        && relation.score() >= SHORT_FORM
        && relation.reasons().stream().map(Reason::code).anyMatch("short.form"::equals);
  }

  private static boolean isSlip(String one, String other) {
    String left = CompanyName.keyOf(one);
    String right = CompanyName.keyOf(other);
    return Math.min(left.length(), right.length()) >= SHORTEST && new Edits().osa(left, right) <= 1;
  }
}
