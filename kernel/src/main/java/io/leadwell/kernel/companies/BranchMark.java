package io.leadwell.kernel.companies;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a name that says it is only a part of a firm.
 *
 * @param head the firm's own name; empty where the name tells none
 * @param place where or which, such as 上海 or 第一; may be empty
 * @param kind the word: 分公司, 办事处, branch
 */
record BranchMark(String head, String place, String kind) {

  private static final Pattern CHINESE =
      Pattern.compile(
          "(?<rest>.+?)(?<kind>(?:第?[一二三四五六七八九十0-9]+)?"
              + "(?:分公司|支公司|中心支公司|分行|支行|分理处|储蓄所|办事处|代表处|联络处|营业部|证券营业部|营业厅|分店|门店|旗舰店"
              + "|分厂|分院|分校|分所|分部|分中心|分社|分局|项目部|事业部|服务站|服务部|经营处|销售处))");

  /** Where the name of the firm itself ends. */
  private static final Pattern HEAD =
      Pattern.compile(
          "(?<head>.*(?:公司|银行|集团|厂|事务所|研究院|研究所|大学|学院|医院|信用社|联社|合作社|会社|店|中心))(?<place>.*)");

  /** Words that small firms carry as their own: a branch only behind the name of a firm. */
  private static final Pattern FIRM_OF_ITS_OWN =
      Pattern.compile("服务部|服务站|营业部|营业厅|经营处|销售处|项目部|门店|分社");

  private static final Pattern STORE =
      Pattern.compile("(?<head>.+)\\((?<place>[^()]*?)(?<kind>店)\\)");

  private static final Pattern LATIN =
      Pattern.compile(
          "(?<head>.+?)\\s*[( ]\\s*(?<place>(?:[\\p{L}\\p{N}]+ )?)(?<kind>branch(?:"
              + " office)?|representative office|rep office|liaison"
              + " office|niederlassung|zweigniederlassung|succursale|sucursal|filiale)\\s*(?<more>[^()]*)\\)?");

  /** The mark of a folded name, or null where it names a firm as a whole. */
  static @Nullable BranchMark find(String folded) {
    if (!Spelling.hasIdeographs(folded)) {
      Matcher latin = LATIN.matcher(folded);
      return latin.matches()
          ? new BranchMark(
              latin.group("head"),
              (latin.group("place") + latin.group("more")).strip(),
              latin.group("kind"))
          : null;
    }
    Matcher store = STORE.matcher(folded);
    if (store.matches()) {
      return new BranchMark(store.group("head"), store.group("place"), store.group("kind"));
    }
    String text = folded.replaceAll("[() ]", "");
    Matcher marked = CHINESE.matcher(text);
    if (!marked.matches()) {
      return null;
    }
    String rest = marked.group("rest");
    Matcher head = HEAD.matcher(rest);
    if (head.matches() && !head.group("head").equals(rest)) {
      return new BranchMark(head.group("head"), head.group("place"), marked.group("kind"));
    }
    if (head.matches()) {
      return new BranchMark(rest, "", marked.group("kind"));
    }
    for (int n = Math.min(Gazetteer.LONGEST, rest.length() - 2); n >= 2; n--) {
      if (Gazetteer.find(rest.substring(rest.length() - n)) != null) {
        return new BranchMark(
            rest.substring(0, rest.length() - n),
            rest.substring(rest.length() - n),
            marked.group("kind"));
      }
    }
    return FIRM_OF_ITS_OWN.matcher(marked.group("kind")).matches()
        ? null
        : new BranchMark(rest, "", marked.group("kind"));
  }

  /** Which part it is, for telling two parts of one firm from each other. */
  String name() {
    return place + kind;
  }
}
