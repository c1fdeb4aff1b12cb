package io.leadwell.kernel.companies;

import java.util.ArrayList;
import java.util.List;

/**
 * What speaks for and against two names being one company, part by part, under the readings of
 * either that fit best and are likely enough.
 *
 * <p>Bits are reasoned: a core of two characters is one of some ten thousand in use but shared by
 * many firms, so it speaks for one company with 4 bits only; another place or trade beside an equal
 * core is what sisters and namesakes have.
 */
final class ChineseEvidence {

  private static final double DOUBT = -3;

  /** Characters of a short form are as rare as in a list of some thousand names. */
  private static final double RARITY = 5;

  private static final int LONGEST_SHORT = 6;

  private ChineseEvidence() {}

  static List<Reason> of(CompanyName left, CompanyName right) {
    List<Reason> best = List.of(Reason.of("nothing.read", -12));
    double most = Double.NEGATIVE_INFINITY;
    for (Reading one : left.readings()) {
      for (Reading other : right.readings()) {
        List<Reason> reasons = of(one, other);
        double likelihood = Math.log(one.probability() * other.probability()) / Math.log(2);
        double value = Relation.sum(reasons) + 1.5 * likelihood;
        if (value > most) {
          most = value;
          best = reasons;
        }
      }
    }
    List<Reason> brief = brief(left, right);
    return Relation.sum(brief) > Relation.sum(best) ? brief : best;
  }

  private static List<Reason> of(Reading left, Reading right) {
    List<Reason> reasons = new ArrayList<>();
    core(left.text(Part.CORE), right.text(Part.CORE), reasons);
    region(left.words(Part.REGION), right.words(Part.REGION), reasons);
    trade(left.text(Part.TRADE), right.text(Part.TRADE), reasons);
    form(left, right, reasons);
    reasons.add(Reason.of("names.expected", DOUBT));
    return reasons;
  }

  private static void core(String left, String right, List<Reason> reasons) {
    if (left.isEmpty() && right.isEmpty()) {
      reasons.add(Reason.of("core.none", 3));
    } else if (left.equals(right)) {
      double rare = Math.clamp(left.length() - 2.0, -2, 2);
      reasons.add(Reason.of("core.equal", 4 + rare, left, right));
    } else if (left.isEmpty() || right.isEmpty()) {
      reasons.add(Reason.of("core.missing", -3, left, right));
    } else if (left.length() >= 2
        && right.length() >= 2
        && (left.startsWith(right) || right.startsWith(left))) {
      reasons.add(Reason.of("core.part", 1, left, right));
    } else if (Math.min(left.length(), right.length()) >= 3
        && LatinLikeness.distance(left, right) == 1) {
      reasons.add(Reason.of("core.near", 0, left, right));
    } else {
      reasons.add(Reason.of("core.different", -9, left, right));
    }
  }

  private static void region(List<String> left, List<String> right, List<Reason> reasons) {
    if (left.isEmpty() && right.isEmpty()) {
      return;
    }
    String one = String.join("", left);
    String other = String.join("", right);
    if (left.isEmpty() || right.isEmpty()) {
      reasons.add(Reason.of("region.missing", -1.5, one, other));
      return;
    }
    Place here = Gazetteer.find(left.getLast());
    Place there = Gazetteer.find(right.getLast());
    if (here == null || there == null || here.equals(there)) {
      boolean equal = here != null && here.equals(there) || one.equals(other);
      reasons.add(Reason.of(equal ? "region.equal" : "region.other", equal ? 1.5 : -5, one, other));
    } else if (here.level() == Place.Level.COUNTRY || there.level() == Place.Level.COUNTRY) {
      reasons.add(Reason.of("region.country", -3.5, one, other));
    } else if (here.agrees(there)) {
      reasons.add(Reason.of("region.within", -0.5, one, other));
    } else {
      reasons.add(Reason.of("region.other", -5, one, other));
    }
  }

  private static void trade(String left, String right, List<Reason> reasons) {
    if (left.isEmpty() && right.isEmpty()) {
      return;
    }
    if (left.equals(right)) {
      reasons.add(Reason.of("trade.equal", 2, left, right));
    } else if (left.isEmpty() || right.isEmpty()) {
      reasons.add(Reason.of("trade.missing", -1, left, right));
    } else if (left.contains(right) || right.contains(left)) {
      reasons.add(Reason.of("trade.part", -0.5, left, right));
    } else {
      double apart = LatinLikeness.distance(left, right);
      boolean near = apart <= Math.max(left.length(), right.length()) / 2.0;
      reasons.add(Reason.of("trade.other", near ? -2.5 : -5, left, right));
    }
  }

  private static void form(Reading left, Reading right, List<Reason> reasons) {
    String one = canonical(left.words(Part.FORM));
    String other = canonical(right.words(Part.FORM));
    if (one.equals(other)) {
      if (!one.isEmpty()) {
        reasons.add(Reason.of("form.equal", 1, one, other));
      }
    } else if (one.isEmpty() || other.isEmpty()) {
      reasons.add(Reason.of("form.missing", -0.3, one, other));
    } else if (one.equals("公司") || other.equals("公司")) {
      reasons.add(Reason.of("form.missing", -0.3, one, other));
    } else if (one.replace("股份", "有限").equals(other.replace("股份", "有限"))
        || one.replace("股份", "").equals(other.replace("股份", ""))) {
      // A firm that went public changed so; others have a sister so.
      reasons.add(Reason.of("form.changed", -1.5, one, other));
    } else {
      reasons.add(
          Reason.of(
              "form.other", one.contains("集团") == other.contains("集团") ? -4 : -2.5, one, other));
    }
  }

  private static String canonical(List<String> forms) {
    StringBuilder text = new StringBuilder();
    for (String form : forms) {
      String known = LegalForms.chinese(form);
      text.append(known == null ? form : known);
    }
    return text.toString();
  }

  /** One is a short form of the other: 国航. */
  private static List<Reason> brief(CompanyName left, CompanyName right) {
    boolean leftIsShort = left.folded().length() <= right.folded().length();
    CompanyName brief = leftIsShort ? left : right;
    CompanyName full = leftIsShort ? right : left;
    ShortName asked = ShortName.of(brief.written(), _ -> RARITY);
    boolean isShort = asked.units().length <= LONGEST_SHORT && brief.text(Part.FORM).isEmpty();
    if (!isShort || full.text(Part.FORM).isEmpty() || asked.units().length < 2) {
      return List.of(Reason.of("nothing.read", -12));
    }
    Profile[] orders = Profiles.of(full, _ -> RARITY);
    double likeness = asked.likeness(orders, orders[0].units(), full.written());
    return List.of(
        Reason.of(
            "short.form", Math.min(3, 16 * (likeness - 0.72)), left.written(), right.written()));
  }
}
