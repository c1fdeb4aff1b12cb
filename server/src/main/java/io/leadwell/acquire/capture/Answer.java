package io.leadwell.acquire.capture;

import io.leadwell.kernel.matching.Folding;
import io.leadwell.pool.imports.ContactWays;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is kept, or why it can't be.
 *
 * @param kept null where something is wrong
 */
record Answer(@Nullable String kept, @Nullable Wrong wrong) {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,6})?");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
  private static final Pattern MOBILE = Pattern.compile("\\+861[3-9]\\d{9}");

  /** Where anybody has a mailbox for nothing. */
  private static final Set<String> FREE_MAILBOXES =
      Set.of(
          "qq.com",
          "vip.qq.com",
          "foxmail.com",
          "163.com",
          "126.com",
          "yeah.net",
          "vip.163.com",
          "vip.126.com",
          "188.com",
          "sina.com",
          "sina.cn",
          "vip.sina.com",
          "sohu.com",
          "139.com",
          "189.cn",
          "wo.cn",
          "aliyun.com",
          "tom.com",
          "21cn.com",
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "live.cn",
          "msn.com",
          "yahoo.com",
          "yahoo.com.cn",
          "yahoo.cn",
          "icloud.com",
          "me.com",
          "proton.me",
          "protonmail.com",
          "gmx.com",
          "mail.com",
          "aol.com",
          "yandex.com",
          "mail.ru");

  private static Answer kept(String value) {
    return new Answer(value, null);
  }

  private static Answer wrong(String text, Object... arguments) {
    return new Answer(null, Wrong.of(text, arguments));
  }

  /** Of a field that is filled in; {@code typed} is clean and not empty. */
  static Answer of(FormField field, String typed) {
    if (typed.length() > field.kind().longest()) {
      return wrong("too_long", field.kind().longest());
    }
    if (field.picks()) {
      return field.isChoice(typed) ? kept(typed) : wrong("choice");
    }
    return switch (field.kind()) {
      case PHONE -> phone(field, typed);
      case EMAIL -> email(field, typed);
      case DATE -> date(field, typed);
      case REGION -> kept(Plain.line(typed));
      case NUMBER -> numeric(field, typed);
      case CHECKBOX -> kept("yes");
      default -> length(field, field.kind().severalLines() ? typed : Plain.line(typed));
    };
  }

  private static Answer phone(FormField field, String typed) {
    Optional<String> phone = ContactWays.phone(typed);
    if (phone.isEmpty()) {
      return wrong("phone");
    }
    boolean fits = field.rule() != FormField.Rule.MOBILE || MOBILE.matcher(phone.get()).matches();
    return fits ? kept(phone.get()) : wrong("mobile");
  }

  private static Answer email(FormField field, String typed) {
    Optional<String> mailbox = ContactWays.email(typed);
    if (mailbox.isEmpty()) {
      return wrong("email");
    }
    String host = mailbox.get().substring(mailbox.get().indexOf('@') + 1);
    boolean fits = field.rule() != FormField.Rule.COMPANY_MAILBOX || !FREE_MAILBOXES.contains(host);
    return fits ? kept(mailbox.get()) : wrong("company_mailbox");
  }

  private static Answer date(FormField field, String typed) {
    LocalDate day = day(typed);
    if (day == null) {
      return wrong("date");
    }
    if (field.min() != null && day.isBefore(LocalDate.parse(field.min()))) {
      return wrong("date_from", field.min());
    }
    if (field.max() != null && day.isAfter(LocalDate.parse(field.max()))) {
      return wrong("date_to", field.max());
    }
    return kept(day.toString());
  }

  private static Answer numeric(FormField field, String typed) {
    BigDecimal number = number(typed);
    if (number == null) {
      return wrong("number");
    }
    if (field.min() != null && number.compareTo(new BigDecimal(field.min())) < 0) {
      return wrong("number_from", field.min());
    }
    if (field.max() != null && number.compareTo(new BigDecimal(field.max())) > 0) {
      return wrong("number_to", field.max());
    }
    return kept(number.toPlainString());
  }

  private static Answer length(FormField field, String typed) {
    if (field.max() != null && typed.length() > Integer.parseInt(field.max())) {
      return wrong("too_long", Integer.parseInt(field.max()));
    }
    if (field.min() != null && typed.length() < Integer.parseInt(field.min())) {
      return wrong("too_short", Integer.parseInt(field.min()));
    }
    return kept(typed);
  }

  /** Digits with a sign and a point, thousands parted or not; no exponent, which can be endless. */
  static @Nullable BigDecimal number(String typed) {
    String plain = Folding.fold(typed).replace(",", "").replace(" ", "");
    return NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
  }

  private static @Nullable LocalDate day(String typed) {
    Matcher parts = DAY.matcher(Folding.fold(typed));
    if (!parts.matches()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(parts.group(1)),
          Integer.parseInt(parts.group(2)),
          Integer.parseInt(parts.group(3)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
