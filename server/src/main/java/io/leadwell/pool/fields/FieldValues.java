package io.leadwell.pool.fields;

import io.leadwell.kernel.matching.Folding;
import io.leadwell.pool.imports.ContactWays;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values of fields: from what was typed to what is kept, and back to what is shown. */
public final class FieldValues {

  private static final int LINE = 200;
  private static final int LONG = 5_000;
  private static final int ADDRESS = 1_000;
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,6})?");
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,13}(\\.\\d{1,6})?(万|亿)?");
  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[T ]00:00(?::00)?)?");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
  private static final Set<String> YES = Set.of("yes", "y", "true", "1", "是", "有", "√", "对");
  private static final Set<String> NO = Set.of("no", "n", "false", "0", "否", "无", "没有", "×", "不");

  /** Before each of several values; no text can contain it. */
  private static final String MARK = "\u001f";

  private FieldValues() {}

  /** Blank is kept as empty: there is none. */
  public static FieldValue read(ProfileField field, String typed) {
    String clean = UNSEEN.matcher(typed.replace("\r\n", "\n")).replaceAll(" ").strip();
    if (typed.startsWith(MARK) && field.type() == FieldType.CHOICES) {
      return choices(field, values(typed));
    }
    if (clean.isEmpty()) {
      return new FieldValue.Told("");
    }
    return switch (field.type()) {
      case TEXT -> text(clean.replaceAll("\\s+", " "), LINE);
      case LONG_TEXT -> text(clean, LONG);
      case NUMBER -> number(clean);
      case MONEY -> money(clean);
      case DATE -> date(clean);
      case YES_NO -> yesNo(clean);
      case CHOICE -> choice(field, clean);
      case CHOICES -> choices(field, List.of(clean.split("[,，;；、|\n]")));
      case PHONE ->
          ContactWays.phone(clean)
              .<FieldValue>map(FieldValue.Told::new)
              .orElseGet(() -> FieldValue.refused("fields.notAPhone", shortened(clean)));
      case EMAIL ->
          ContactWays.email(clean)
              .<FieldValue>map(FieldValue.Told::new)
              .orElseGet(() -> FieldValue.refused("fields.notAMailbox", shortened(clean)));
      case URL -> url(clean);
      case TIME, MEMBER, CHANNEL, CAMPAIGN -> new FieldValue.Told(clean);
    };
  }

  /** Several values as they are kept. */
  public static String several(Collection<String> values) {
    return values.isEmpty() ? "" : MARK + String.join(MARK, values);
  }

  public static boolean isSeveral(String kept) {
    return kept.startsWith(MARK);
  }

  /** The values of one that is several; otherwise itself. */
  public static List<String> values(String kept) {
    return isSeveral(kept) ? List.of(kept.substring(1).split(MARK)) : List.of(kept);
  }

  /** As a reader sees it, and as {@link #read} takes it again. */
  public static String shown(ProfileField field, String kept, Locale language) {
    boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return switch (field.type()) {
      case MONEY -> yuan(kept);
      case YES_NO -> kept.equals("yes") ? (english ? "Yes" : "是") : (english ? "No" : "否");
      case CHOICE, CHOICES ->
          values(kept).stream()
              .map(value -> field.option(value).map(o -> o.label().in(language)).orElse(value))
              .collect(Collectors.joining(english ? ", " : "、"));
      default -> kept;
    };
  }

  private static String yuan(String fen) {
    try {
      return new BigDecimal(new BigInteger(fen), 2).toPlainString();
    } catch (NumberFormatException e) {
      return fen;
    }
  }

  private static FieldValue text(String clean, int longest) {
    return clean.length() > longest
        ? FieldValue.refused("fields.tooLong", longest)
        : new FieldValue.Told(clean);
  }

  private static FieldValue number(String clean) {
    String plain = plain(clean);
    if (!NUMBER.matcher(plain).matches()) {
      return FieldValue.refused("fields.notANumber", shortened(clean));
    }
    BigDecimal value = new BigDecimal(plain);
    return new FieldValue.Told(
        value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
  }

  private static FieldValue money(String clean) {
    String plain = plain(clean).replaceAll("^[¥￥]|元$|^(?i:rmb|cny)", "");
    Matcher amount = AMOUNT.matcher(plain);
    if (!amount.matches()) {
      return FieldValue.refused("fields.notAnAmount", shortened(clean));
    }
    String unit = amount.group(2);
    BigDecimal yuan = new BigDecimal(unit == null ? plain : plain.substring(0, plain.length() - 1));
    if (unit != null) {
      yuan = yuan.movePointRight(unit.equals("万") ? 4 : 8);
    }
    BigDecimal fen = yuan.movePointRight(2).stripTrailingZeros();
    if (fen.scale() > 0 || fen.precision() - fen.scale() > 17) {
      return FieldValue.refused("fields.notAnAmount", shortened(clean));
    }
    return new FieldValue.Told(fen.toBigInteger().toString());
  }

  private static FieldValue date(String clean) {
    Matcher parts = DAY.matcher(Folding.fold(clean));
    if (parts.matches()) {
      try {
        return new FieldValue.Told(
            LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)))
                .toString());
      } catch (DateTimeException e) {
        // falls through: no such day
      }
    }
    return FieldValue.refused("fields.notADate", shortened(clean));
  }

  private static FieldValue yesNo(String clean) {
    String word = clean.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return new FieldValue.Told("yes");
    }
    return NO.contains(word)
        ? new FieldValue.Told("no")
        : FieldValue.refused("fields.notYesOrNo", shortened(clean));
  }

  private static FieldValue choice(ProfileField field, String typed) {
    String key = Folding.key(typed);
    return field.options().stream()
        .filter(option ->
            option.value().equals(typed.strip())
                || Folding.key(option.label().zh()).equals(key)
                || Folding.key(option.label().en()).equals(key))
        .findFirst()
        .<FieldValue>map(option -> new FieldValue.Told(option.value()))
        .orElseGet(() -> FieldValue.refused("fields.notAChoice", shortened(typed), offered(field)));
  }

  /** In the order of the options, so that the same choices are the same value. */
  private static FieldValue choices(ProfileField field, List<String> typed) {
    List<String> chosen = new ArrayList<>();
    for (String one : typed) {
      if (!one.isBlank()) {
        switch (choice(field, one)) {
          case FieldValue.Told told -> chosen.add(told.kept());
          case FieldValue.Refused refused -> {
            return refused;
          }
        }
      }
    }
    return new FieldValue.Told(
        several(
            field.options().stream()
                .map(ProfileField.Option::value)
                .filter(chosen::contains)
                .toList()));
  }

  private static String offered(ProfileField field) {
    return field.options().stream()
        .filter(option -> !option.archived())
        .limit(20)
        .map(option -> option.label().zh())
        .collect(Collectors.joining("、"));
  }

  private static FieldValue url(String clean) {
    String address = clean.matches("(?i)https?://.*") ? clean : "https://" + clean;
    try {
      URI uri = new URI(address);
      if (uri.getHost() != null && uri.getHost().contains(".") && address.length() <= ADDRESS) {
        return new FieldValue.Told(address);
      }
    } catch (URISyntaxException e) {
      // falls through: no address
    }
    return FieldValue.refused("fields.notAnAddress", shortened(clean));
  }

  private static String plain(String clean) {
    return Folding.fold(clean).replace(",", "").replace(" ", "");
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
