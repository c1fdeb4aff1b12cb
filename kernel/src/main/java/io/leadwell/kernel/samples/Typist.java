package io.leadwell.kernel.samples;

import io.leadwell.kernel.matching.Cleaning;
import java.util.List;
import java.util.Locale;

/**
 * Types people into lists, with the errors of hands and input methods. The shipped model is learnt
 * from what comes of it: the order in which dice are thrown is part of it.
 */
final class Typist {

  private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";

  private final Dice dice;

  Typist(Dice dice) {
    this.dice = dice;
  }

  /** The cells of {@link DirtyLeads#SCHEMA}; no two calls type alike. */
  String[] row(Person person, String cookie) {
    String name = typedName(person);
    String pinyin = person.chinese ? pinyin(name) : "";
    String phone = dice.hit(0.1) ? "" : typedPhone(person.phone);
    String email = dice.hit(0.45) ? "" : typedEmail(person);
    String unionid = dice.hit(0.7) ? person.unionid : "";
    if (dice.hit(0.015)) {
      // The desk's number or mailbox in place of one's own.
      if (dice.hit(0.6)) {
        phone = person.firm.switchboard;
      } else if (!person.firm.domain.isEmpty()) {
        email = "info@" + person.firm.domain;
      }
    }
    if (phone.isEmpty() && email.isEmpty() && unionid.isEmpty()) {
      phone = typedPhone(person.phone);
    }
    String company = dice.hit(0.1) ? "" : noisy(person.firm.written(dice));
    String title =
        dice.hit(0.3) ? "" : dice.hit(0.1) ? dice.any(ChineseWords.TITLES) : person.title;
    String city = dice.hit(0.35) ? "" : person.firm.city;
    if (dice.hit(0.004)) {
      String swap = name;
      name = company;
      company = swap;
      pinyin = "";
    } else if (dice.hit(0.004)) {
      company = company + " " + title;
      title = "";
    }
    if (dice.hit(0.02)) {
      switch (dice.below(4)) {
        case 0 -> company = "无";
        case 1 -> email = email.isEmpty() ? "test@test.com" : email;
        case 2 -> title = "-";
        default -> phone = phone.isEmpty() ? "13800138000" : phone;
      }
    }
    return new String[] {name, pinyin, phone, email, company, title, city, unionid, cookie};
  }

  private String typedName(Person person) {
    String name = person.name;
    if (!person.chinese) {
      return switch (dice.below(25)) {
        case 0 -> person.surname + ", " + person.given;
        case 1 -> person.surname + " " + person.given;
        case 2 -> person.given.charAt(0) + ". " + person.surname;
        case 3 ->
            EnglishWords.SHORT.getOrDefault(person.given, person.given) + " " + person.surname;
        case 4 -> dice.slip(name, LATIN);
        case 5 -> name.toUpperCase(Locale.ROOT);
        case 6 -> "Mr " + name;
        default -> name;
      };
    }
    if (dice.hit(0.04)) {
      return dice.hit(0.5)
          ? person.surname + " " + person.given
          : person.given + " " + person.surname;
    }
    if (dice.hit(0.04)) {
      String first = name.length() > 3 ? name.substring(0, 2) : name.substring(0, 1);
      return first + dice.any(ChineseWords.ADDRESSED);
    }
    int at = 1 + dice.below(Math.max(1, name.length() - 1));
    String typed = name;
    if (dice.hit(0.03)) {
      List<String> other = ChineseWords.homophones(name.substring(at, at + 1));
      typed =
          other.isEmpty() ? name : name.substring(0, at) + dice.any(other) + name.substring(at + 1);
    } else if (dice.hit(0.01)) {
      String c = name.substring(at, at + 1);
      typed =
          name.substring(0, at) + ChineseWords.ALIKE.getOrDefault(c, c) + name.substring(at + 1);
    }
    if (dice.hit(0.02)) {
      StringBuilder old = new StringBuilder();
      for (String c : typed.split("")) {
        old.append(ChineseWords.OLD.getOrDefault(c, c));
      }
      typed = old.toString();
    }
    return noisy(typed);
  }

  private static String pinyin(String typed) {
    String plain = Cleaning.fullName(typed);
    boolean latin = plain.chars().allMatch(c -> c < 0x80);
    return latin ? plain : ChineseWords.pinyin(plain);
  }

  private String noisy(String text) {
    return switch (dice.below(60)) {
      case 0 -> " " + text + "\u3000";
      case 1 -> text.charAt(0) < 0x80 ? text : text.substring(0, 1) + " " + text.substring(1);
      case 2 -> text + "\u200b";
      default -> text;
    };
  }

  private String typedPhone(String phone) {
    String typed = phone;
    if (dice.hit(0.025)) {
      int at = 3 + dice.below(phone.length() - 4);
      String rest = phone.substring(at + 1);
      typed =
          switch (dice.below(3)) {
            case 0 -> phone.substring(0, at) + rest;
            case 1 -> phone.substring(0, at) + dice.digits(1) + rest;
            default ->
                phone.substring(0, at) + rest.charAt(0) + phone.charAt(at) + rest.substring(1);
          };
    }
    return switch (dice.below(16)) {
      case 0 -> typed.startsWith("+") ? typed : "+86 " + typed;
      case 1 -> typed.startsWith("+") ? typed : "86" + typed;
      case 2 -> typed.substring(0, 3) + "-" + typed.substring(3, 7) + "-" + typed.substring(7);
      case 3 -> typed + "（微信同号）";
      case 4 -> wide(typed);
      case 5 -> typed.substring(0, 3) + " " + typed.substring(3);
      default -> typed;
    };
  }

  private static String wide(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(c -> wide.append((char) (c > 0x20 && c < 0x7F ? c + 0xFEE0 : c)));
    return wide.toString();
  }

  private String typedEmail(Person person) {
    String email = person.email;
    if (dice.hit(0.02)) {
      int at = email.indexOf('@');
      return dice.slip(email.substring(0, at), LATIN) + email.substring(at);
    }
    if (dice.hit(0.02)) {
      int at = email.indexOf('@');
      return email.substring(0, at) + "@" + (person.chinese ? "126.com" : "outlook.com");
    }
    return dice.hit(0.05) ? email.toUpperCase(Locale.ROOT) : email;
  }
}
