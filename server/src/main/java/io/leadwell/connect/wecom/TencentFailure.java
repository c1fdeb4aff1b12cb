package io.leadwell.connect.wecom;

import io.leadwell.base.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call that Tencent refused or did not answer, told by what to do about it. */
final class TencentFailure extends RuntimeException {

  /** No number of Tencent's: the call did not get an answer. */
  static final int NO_ANSWER = Integer.MIN_VALUE;

  private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

  private static final Set<WecomProblem> PASSING =
      Set.of(
          WecomProblem.TENCENT_UNREACHABLE,
          WecomProblem.TENCENT_TIMED_OUT,
          WecomProblem.TENCENT_ODD_ANSWER,
          WecomProblem.TENCENT_BUSY,
          WecomProblem.TENCENT_LIMIT);

  /** Numbers that mean the same everywhere. */
  private static final Map<Integer, WecomProblem> COMMON =
      Map.ofEntries(
          Map.entry(-1, WecomProblem.TENCENT_BUSY),
          Map.entry(45009, WecomProblem.TENCENT_LIMIT),
          Map.entry(45011, WecomProblem.TENCENT_LIMIT),
          Map.entry(45033, WecomProblem.TENCENT_LIMIT),
          Map.entry(44990, WecomProblem.TENCENT_LIMIT),
          Map.entry(40013, WecomProblem.TENCENT_WRONG_ID),
          Map.entry(41002, WecomProblem.TENCENT_WRONG_ID),
          Map.entry(40001, WecomProblem.TENCENT_WRONG_SECRET),
          Map.entry(40125, WecomProblem.TENCENT_WRONG_SECRET),
          Map.entry(41004, WecomProblem.TENCENT_WRONG_SECRET),
          Map.entry(60020, WecomProblem.TENCENT_IP_NOT_ALLOWED),
          Map.entry(40164, WecomProblem.TENCENT_IP_NOT_ALLOWED),
          Map.entry(61004, WecomProblem.TENCENT_IP_NOT_ALLOWED));

  private static final Map<Integer, WecomProblem> OF_WECOM =
      Map.ofEntries(
          Map.entry(40091, WecomProblem.TENCENT_WRONG_SECRET),
          Map.entry(40056, WecomProblem.TENCENT_APP_DISABLED),
          Map.entry(50003, WecomProblem.TENCENT_APP_DISABLED),
          Map.entry(48002, WecomProblem.TENCENT_NOT_CALLABLE),
          Map.entry(48004, WecomProblem.TENCENT_NOT_CALLABLE),
          Map.entry(84074, WecomProblem.TENCENT_OUT_OF_SIGHT),
          Map.entry(60011, WecomProblem.TENCENT_OUT_OF_SIGHT),
          Map.entry(60111, WecomProblem.TENCENT_OUT_OF_SIGHT),
          Map.entry(50002, WecomProblem.TENCENT_OUT_OF_SIGHT),
          Map.entry(40003, WecomProblem.TENCENT_OUT_OF_SIGHT),
          Map.entry(40031, WecomProblem.TENCENT_OUT_OF_SIGHT),
          Map.entry(701008, WecomProblem.TENCENT_NO_LICENSE),
          Map.entry(84061, WecomProblem.TENCENT_NO_RELATION),
          Map.entry(40096, WecomProblem.TENCENT_NO_RELATION),
          Map.entry(41050, WecomProblem.TENCENT_WELCOME_SPENT),
          Map.entry(41051, WecomProblem.TENCENT_CHAT_BEGUN));

  private static final Map<Integer, WecomProblem> OF_WEIXIN =
      Map.of(
          48001, WecomProblem.TENCENT_NOT_CERTIFIED,
          50002, WecomProblem.TENCENT_APP_DISABLED,
          40003, WecomProblem.TENCENT_NO_RELATION,
          46004, WecomProblem.TENCENT_NO_RELATION,
          45015, WecomProblem.TENCENT_WELCOME_SPENT,
          45047, WecomProblem.TENCENT_WELCOME_SPENT,
          40165, WecomProblem.TENCENT_PAGE_UNKNOWN,
          40212, WecomProblem.TENCENT_PAGE_UNKNOWN);

  private final WecomProblem trouble;
  private final int number;
  private final String words;

  private TencentFailure(WecomProblem trouble, int number, String words) {
    super(trouble + " " + (number == NO_ANSWER ? "" : number + " ") + words);
    this.trouble = trouble;
    this.number = number;
    this.words = words;
  }

  static TencentFailure unanswered(WecomProblem trouble, String words) {
    return new TencentFailure(trouble, NO_ANSWER, words);
  }

  static TencentFailure refused(ConnectionKind kind, int number, String words) {
    Map<Integer, WecomProblem> own = kind == ConnectionKind.WECOM ? OF_WECOM : OF_WEIXIN;
    WecomProblem trouble =
        own.getOrDefault(number, COMMON.getOrDefault(number, WecomProblem.TENCENT_REFUSED));
    return new TencentFailure(trouble, number, words);
  }

  WecomProblem trouble() {
    return trouble;
  }

  int number() {
    return number;
  }

  /** Whether asking again later may go better without anybody doing anything. */
  boolean passing() {
    return PASSING.contains(trouble);
  }

  /** Arguments of the trouble's sentence: Tencent's number, its words, the address it saw. */
  List<Object> arguments() {
    Matcher address = ADDRESS.matcher(words);
    return List.of(
        number == NO_ANSWER ? "" : String.valueOf(number),
        words,
        address.find() ? address.group() : "?");
  }

  Problem problem() {
    return new Problem(trouble, arguments(), List.of());
  }
}
