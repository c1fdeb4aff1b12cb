package io.leadwell.nurture.messaging;

import io.leadwell.base.platform.Problem;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;

/** Mail addresses and header texts that can't smuggle a header of their own. */
final class Addresses {

  private static final int LONGEST = 254;

  private Addresses() {}

  /** The address in lower case; refused when it is none. */
  static String sound(String typed, String field) {
    String address = typed.strip().toLowerCase(Locale.ROOT);
    int at = address.lastIndexOf('@');
    boolean plain =
        address.chars().allMatch(c -> c > ' ' && c < 127 && ",;<>()\"\\[]".indexOf(c) < 0);
    if (plain
        && at > 0
        && at <= 64
        && address.length() <= LONGEST
        && address.indexOf('.', at) > 0) {
      try {
        new InternetAddress(address, true).validate();
        return address;
      } catch (AddressException e) {
        // refused below
      }
    }
    throw Problem.field(
        MessagingProblem.MAIL_ADDRESS_INVALID, field, "problem.MAIL_ADDRESS_INVALID");
  }

  /** One line of a header; a line break would begin another header. */
  static String line(String text, int longest) {
    String one = text.strip();
    if (one.isEmpty() || one.length() > longest || one.chars().anyMatch(Character::isISOControl)) {
      throw new Problem(MessagingProblem.MAIL_TEXT_INVALID);
    }
    return one;
  }
}
