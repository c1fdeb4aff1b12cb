package io.leadwell.pool.consent;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.pool.imports.ContactWays;
import java.util.Locale;
import java.util.Optional;

/** By which somebody is contacted. */
public enum Means {
  EMAIL,
  SMS,
  PHONE,
  WECOM;

  private static final int LONGEST = 200;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Means of(String word) {
    try {
      return valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, "means");
    }
  }

  /** The one spelling in which an address is kept and looked for; nothing where it is none. */
  Optional<String> address(String typed) {
    return switch (this) {
      case EMAIL -> ContactWays.email(typed);
      case SMS, PHONE -> ContactWays.phone(typed);
      case WECOM -> {
        String id = typed.strip();
        yield id.isEmpty() || id.length() > LONGEST ? Optional.empty() : Optional.of(id);
      }
    };
  }
}
