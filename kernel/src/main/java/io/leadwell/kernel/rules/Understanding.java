package io.leadwell.kernel.rules;

import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.kernel.rules.Refused.Reason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a condition against the vocabulary and reads its values. */
final class Understanding {

  private static final int DEEPEST = 6;
  private static final int MOST_PARTS = 100;
  private static final int MOST_DAYS = 36_500;
  private static final int MOST_TIMES = 100_000;
  private static final int LONGEST_VALUE = 200;
  private static final int MOST_DIGITS = 30;

  private final Vocabulary vocabulary;
  private int parts;

  Understanding(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Rule rule(Condition condition) {
    return rule(condition, 1);
  }

  private Rule rule(Condition condition, int depth) {
    if (depth > DEEPEST || ++parts > MOST_PARTS) {
      throw new Refused(Reason.TOO_LARGE, "");
    }
    return switch (condition) {
      case Condition.All all -> new Rule.All(rules(all.of(), depth));
      case Condition.Any any -> new Rule.Any(rules(any.of(), depth));
      case Condition.Not not -> new Rule.Not(rule(not.of(), depth + 1));
      case Asks asks -> new Rule.Field(test(asks, vocabulary.fields()));
      case Condition.Did did -> deeds(did);
    };
  }

  private List<Rule> rules(List<Condition> of, int depth) {
    return of.stream().map(each -> rule(each, depth + 1)).toList();
  }

  private Rule deeds(Condition.Did did) {
    Integer days = did.days();
    if (did.least() < 0
        || did.least() > MOST_TIMES
        || did.most() != null && did.most() < did.least()
        || days != null && (days < 1 || days > MOST_DAYS)) {
      throw new Refused(Reason.VALUE, "did");
    }
    return new Rule.Deeds(
        did.where().stream().map(asks -> test(asks, vocabulary.deeds())).toList(),
        did.least(),
        did.most(),
        days == null ? null : Duration.ofDays(days));
  }

  private Test test(Asks asks, Map<String, Kind> fields) {
    parts++;
    Kind kind = fields.get(asks.field());
    if (kind == null) {
      throw new Refused(Reason.UNKNOWN_FIELD, asks.field());
    }
    if (!kind.operators().contains(asks.operator())) {
      throw new Refused(Reason.OPERATOR, asks.field());
    }
    int given = asks.values().size();
    if (given < asks.operator().fewest
        || given > asks.operator().most
        || asks.values().stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
      throw new Refused(Reason.VALUES, asks.field());
    }
    return switch (kind) {
      case TEXT, CHOICE -> words(asks, kind);
      case NUMBER -> number(asks);
      case FADING -> strength(asks);
      case MOMENT -> moment(asks);
      case FLAG -> flag(asks);
    };
  }

  private static Test words(Asks asks, Kind kind) {
    List<String> values =
        asks.values().stream().map(each -> kind == Kind.TEXT ? Facts.folded(each) : each).toList();
    if (values.stream().anyMatch(String::isBlank)) {
      throw new Refused(Reason.VALUE, asks.field());
    }
    Set<String> set = new LinkedHashSet<>(values);
    return switch (asks.operator()) {
      case IS -> new Test.OneOf(asks.field(), set, kind == Kind.TEXT, false);
      case IS_NOT -> new Test.OneOf(asks.field(), set, kind == Kind.TEXT, true);
      case CONTAINS -> new Test.Contains(asks.field(), values, false);
      case NOT_CONTAINS -> new Test.Contains(asks.field(), values, true);
      case STARTS_WITH -> new Test.StartsWith(asks.field(), values);
      default -> known(asks, kind);
    };
  }

  private static Test known(Asks asks, Kind kind) {
    return new Test.Known(asks.field(), kind, asks.operator() == Operator.UNKNOWN);
  }

  private static Test number(Asks asks) {
    return switch (asks.operator()) {
      case AT_LEAST -> new Test.Range(asks.field(), decimal(asks, 0), null);
      case AT_MOST -> new Test.Range(asks.field(), null, decimal(asks, 0));
      case BETWEEN -> new Test.Range(asks.field(), decimal(asks, 0), decimal(asks, 1));
      case IS -> {
        if (asks.values().size() != 1) {
          throw new Refused(Reason.VALUES, asks.field());
        }
        yield new Test.Range(asks.field(), decimal(asks, 0), decimal(asks, 0));
      }
      default -> known(asks, Kind.NUMBER);
    };
  }

  private static Test strength(Asks asks) {
    double value = decimal(asks, 0).doubleValue();
    return asks.operator() == Operator.AT_LEAST
        ? new Test.Strength(asks.field(), value, null)
        : new Test.Strength(asks.field(), null, value);
  }

  private Test moment(Asks asks) {
    String field = asks.field();
    return switch (asks.operator()) {
      case WITHIN_LAST -> new Test.Relative(field, days(asks).negated(), Duration.ZERO);
      case LONGER_AGO -> new Test.Relative(field, null, days(asks).negated());
      case WITHIN_NEXT -> new Test.Relative(field, Duration.ZERO, days(asks));
      case BEFORE -> new Test.Between(field, null, day(asks, 0, 0));
      case AFTER -> new Test.Between(field, day(asks, 0, 0), null);
      case BETWEEN -> new Test.Between(field, day(asks, 0, 0), day(asks, 1, 1));
      default -> known(asks, Kind.MOMENT);
    };
  }

  private static Test flag(Asks asks) {
    String value = asks.values().getFirst();
    if (asks.values().size() != 1 || !value.equals("true") && !value.equals("false")) {
      throw new Refused(Reason.VALUE, asks.field());
    }
    return new Test.Flag(asks.field(), value.equals("true"));
  }

  private static BigDecimal decimal(Asks asks, int at) {
    try {
      BigDecimal value = new BigDecimal(asks.values().get(at).strip());
      // 1e999999999 is short to write and long to compare
      if (value.precision() > MOST_DIGITS || Math.abs(value.scale()) > MOST_DIGITS) {
        throw new Refused(Reason.VALUE, asks.field());
      }
      return value;
    } catch (NumberFormatException _) {
      throw new Refused(Reason.VALUE, asks.field());
    }
  }

  private static Duration days(Asks asks) {
    try {
      int days = Integer.parseInt(asks.values().getFirst().strip());
      if (days >= 1 && days <= MOST_DAYS) {
        return Duration.ofDays(days);
      }
    } catch (NumberFormatException _) {
      // said below, as for a number out of range
    }
    throw new Refused(Reason.VALUE, asks.field());
  }

  private Instant day(Asks asks, int at, int plusDays) {
    try {
      LocalDate day = LocalDate.parse(asks.values().get(at).strip());
      if (day.getYear() >= 1900 && day.getYear() <= 9000) {
        return day.plusDays(plusDays).atStartOfDay(vocabulary.zone()).toInstant();
      }
    } catch (DateTimeException _) {
      // said below, as for a year out of range
    }
    throw new Refused(Reason.VALUE, asks.field());
  }
}
