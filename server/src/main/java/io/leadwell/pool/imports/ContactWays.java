package io.leadwell.pool.imports;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.leadwell.kernel.matching.Folding;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phones and mailboxes as people type them, brought to the one form that is stored. */
public final class ContactWays {

  private static final Pattern MAILBOX =
      Pattern.compile("[^\\s@,;<>\"]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
  private static final Pattern REMARK =
      Pattern.compile("\\(\\D*\\)|\\[\\D*]|【\\D*】|微信同号|微信|同号|手机号?|电话|tel|mobile|phone|[:'`]");
  private static final Pattern EXTENSION = Pattern.compile(" *(?:转|ext\\.?|-|#) *\\d{1,5}$");
  private static final Pattern BETWEEN = Pattern.compile("[/,;、|或\\n]");
  private static final byte UNASKED = 0;
  private static final byte YES = 1;
  private static final byte NO = 2;

  /** By the four digits after the 1. Two threads that ask at once write the same. */
  private static final byte[] MOBILE = new byte[10_000];

  private static final int LONGEST_PHONE = 200;
  private static final int LONGEST_MAILBOX = 254;

  private ContactWays() {}

  /** E.164, a number without a country being Chinese; of several the first. */
  public static Optional<String> phone(String typed) {
    if (typed.length() > LONGEST_PHONE) {
      return Optional.empty();
    }
    if (isMobile(typed)) {
      return Optional.of("+86" + typed);
    }
    String cleaned = REMARK.matcher(Folding.fold(typed)).replaceAll("").strip();
    if (cleaned.endsWith(".0")) {
      cleaned = cleaned.substring(0, cleaned.length() - 2);
    }
    Optional<String> whole = number(cleaned);
    if (whole.isPresent()) {
      return whole;
    }
    for (String part : BETWEEN.split(cleaned)) {
      Optional<String> found =
          number(part.strip()).or(() -> number(EXTENSION.matcher(part.strip()).replaceAll("")));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * Eleven digits that make a Chinese mobile number. Which do, is told by the first five; each five
   * are asked once, as asking takes longer than all else about a row.
   */
  private static boolean isMobile(String typed) {
    if (typed.length() != 11 || typed.charAt(0) != '1') {
      return false;
    }
    for (int i = 1; i < typed.length(); i++) {
      if (typed.charAt(i) < '0' || typed.charAt(i) > '9') {
        return false;
      }
    }
    int first = Integer.parseInt(typed, 1, 5, 10);
    if (MOBILE[first] == UNASKED) {
      boolean mobile = number(typed).equals(Optional.of("+86" + typed));
      MOBILE[first] = mobile ? YES : NO;
    }
    return MOBILE[first] == YES;
  }

  /** Lower case. */
  public static Optional<String> email(String typed) {
    String cleaned = Folding.fold(typed);
    boolean sound = cleaned.length() <= LONGEST_MAILBOX && MAILBOX.matcher(cleaned).matches();
    return sound ? Optional.of(cleaned) : Optional.empty();
  }

  private static Optional<String> number(String text) {
    // Letters would be read as keys of an old telephone, and an exponent as digits.
    if (text.isEmpty() || text.chars().anyMatch(Character::isLetter)) {
      return Optional.empty();
    }
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = util.parse(text, "CN");
      return util.isValidNumber(number)
          ? Optional.of(util.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
