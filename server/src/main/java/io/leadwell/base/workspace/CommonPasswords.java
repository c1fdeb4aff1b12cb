package io.leadwell.base.workspace;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Knows what guessers try first: common words, alone or with digits and signs around them, walks
 * over the keyboard, counting, repetition, phone numbers.
 *
 * <p>Guessing programs make these by rule, so they are recognised by rule rather than looked up in
 * a list of millions.
 */
final class CommonPasswords {

  private static final Set<String> WORDS =
      Set.of(
          "password",
          "passwort",
          "passwd",
          "pass",
          "admin",
          "administrator",
          "root",
          "user",
          "guest",
          "test",
          "demo",
          "welcome",
          "login",
          "letmein",
          "changeme",
          "default",
          "secret",
          "master",
          "hello",
          "iloveyou",
          "love",
          "baby",
          "angel",
          "sunshine",
          "princess",
          "monkey",
          "dragon",
          "football",
          "baseball",
          "superman",
          "batman",
          "shadow",
          "killer",
          "trustno",
          "whatever",
          "computer",
          "internet",
          "office",
          "company",
          "google",
          "windows",
          "qq",
          "wechat",
          "weixin",
          "alibaba",
          "taobao",
          "woaini",
          "aini",
          "woshi",
          "nihao",
          "mima",
          "zhongguo",
          "china",
          "beijing",
          "shanghai",
          "shenzhen",
          "wang",
          "zhang",
          "liu",
          "chen",
          "leadwell",
          "leads",
          "marketing",
          "sales",
          "spring",
          "summer",
          "autumn",
          "winter",
          "the",
          "my",
          "new",
          "a",
          "i");

  /** Numbers that mean something: lucky ones, counting, years. */
  private static final Set<String> NUMBERS =
      Set.of(
          "520", "521", "1314", "168", "518", "00", "11", "22", "33", "44", "55", "66", "77", "88",
          "99", "123", "321", "456", "654", "789", "987", "12", "34", "56", "78", "90");

  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /** Rows and columns of the keyboard, and the order of the alphabet. */
  private static final List<String> WALKS =
      List.of(
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "abcdefghijklmnopqrstuvwxyz",
          "qazwsxedcrfvtgbyhnujmikolp",
          "zaqxswcdevfrbgtnhymju",
          "!@#$%^&*()_+");

  private static final int SHORTEST_WALK = 3;
  private static final int FEWEST_SIGNS = 4;
  private static final int LONGEST_UNIT = 8;

  private CommonPasswords() {}

  static boolean has(String password) {
    String folded = folded(password);
    return folded.chars().distinct().count() < FEWEST_SIGNS
        || repeats(folded)
        || isCommon(folded)
        || MOBILE.matcher(folded).matches()
        || isNumber(folded) && (counts(folded) || saysNothingElse(folded))
        || saysNothingElse(letters(folded))
        || saysNothingElse(letters(spelledOut(folded)))
        || saysNothingElse(letters(spelledOut(core(folded))));
  }

  /** Whether the password is the member's own name or mailbox, or that with something around it. */
  static boolean isAbout(String password, String own) {
    String name = letters(folded(own.split("@", 2)[0]));
    String folded = folded(password);
    return folded.equals(folded(own))
        || !name.isEmpty()
            && Stream.of(folded, spelledOut(folded), spelledOut(core(folded)))
                .anyMatch(spelling -> letters(spelling).equals(name));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Without the digits and signs before and after. */
  private static String core(String folded) {
    return folded.replaceAll("^\\P{L}+|\\P{L}+$", "");
  }

  private static String letters(String folded) {
    return folded
        .codePoints()
        .filter(Character::isLetter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** p@ssw0rd as password. */
  private static String spelledOut(String folded) {
    return folded
        .replace('@', 'a')
        .replace('4', 'a')
        .replace('3', 'e')
        .replace('1', 'i')
        .replace('!', 'i')
        .replace('0', 'o')
        .replace('$', 's')
        .replace('5', 's')
        .replace('7', 't');
  }

  /** abcabcabca, passwordpassword. */
  private static boolean repeats(String folded) {
    return IntStream.rangeClosed(1, Math.min(LONGEST_UNIT, folded.length() / 2))
        .anyMatch(unit ->
            IntStream.range(unit, folded.length())
                .allMatch(i -> folded.charAt(i) == folded.charAt(i - unit)));
  }

  /** 1234567890, 9876543210, 2468013579 and the like: each digit one step on from the last. */
  private static boolean counts(String folded) {
    return IntStream.range(1, folded.length())
            .map(i -> Math.floorMod(folded.charAt(i) - folded.charAt(i - 1), 10))
            .distinct()
            .count()
        <= 2;
  }

  private static boolean isNumber(String folded) {
    return DIGITS.matcher(folded).matches();
  }

  /** The text is common words, numbers and walks from its first sign to its last. */
  private static boolean saysNothingElse(String text) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int from = 0; from < text.length(); from++) {
      for (int to = from + 1; reached[from] && to <= text.length(); to++) {
        reached[to] |= isCommon(text.substring(from, to));
      }
    }
    return !text.isEmpty() && reached[text.length()];
  }

  private static boolean isCommon(String part) {
    return WORDS.contains(part)
        || NUMBERS.contains(part)
        || YEAR.matcher(part).matches()
        || part.length() >= SHORTEST_WALK
            && WALKS.stream()
                .anyMatch(walk ->
                    walk.contains(part) || walk.contains(new StringBuilder(part).reverse()));
  }
}
