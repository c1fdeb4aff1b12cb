package io.leadwell.pool.rules;

import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Kind;
import io.leadwell.kernel.rules.Operator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Conditions over all that can be asked, with values that occur and some that do not. */
final class RandomConditions {

  private final Random random;
  private final Catalogue catalogue;
  private final Map<String, List<String>> words;
  private final LocalDate today;

  RandomConditions(
      Random random, Catalogue catalogue, Map<String, List<String>> words, LocalDate today) {
    this.random = random;
    this.catalogue = catalogue;
    this.words = words;
    this.today = today;
  }

  /** The words of some facts, for conditions to ask. */
  static void words(
      Collection<Facts> facts, Collection<String> fields, Map<String, List<String>> into) {
    for (String field : fields) {
      List<String> all = into.computeIfAbsent(field, _ -> new ArrayList<>());
      facts.forEach(each -> all.addAll(each.words(field)));
    }
  }

  Condition next(int depth) {
    return switch (depth == 0 ? random.nextInt(2) : random.nextInt(5)) {
      case 0 -> asks(catalogue.leads());
      case 1 -> random.nextInt(3) == 0 ? did() : asks(catalogue.leads());
      case 2 -> new Condition.All(several(depth));
      case 3 -> new Condition.Any(several(depth));
      default -> new Condition.Not(next(depth - 1));
    };
  }

  private List<Condition> several(int depth) {
    List<Condition> all = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      all.add(next(depth - 1));
    }
    return all;
  }

  private Condition did() {
    List<Asks> where = new ArrayList<>();
    for (int left = random.nextInt(3); left > 0; left--) {
      where.add(asks(catalogue.deeds()));
    }
    int least = random.nextInt(3);
    Integer most = random.nextBoolean() ? null : (Integer) (least + random.nextInt(2));
    Integer days = random.nextBoolean() ? null : (Integer) random.nextInt(1, 30);
    return new Condition.Did(where, least, most, days);
  }

  private Asks asks(Map<String, RuleField> fields) {
    List<RuleField> all = List.copyOf(fields.values());
    RuleField field = all.get(random.nextInt(all.size()));
    List<Operator> operators = List.copyOf(field.kind().operators());
    Operator operator = operators.get(random.nextInt(operators.size()));
    return new Asks(field.key(), operator, values(field, operator));
  }

  private List<String> values(RuleField field, Operator operator) {
    if (operator == Operator.KNOWN || operator == Operator.UNKNOWN) {
      return List.of();
    }
    return switch (field.kind()) {
      case TEXT, CHOICE -> {
        String word = word(field);
        boolean part = field.kind() == Kind.TEXT && word.length() > 2 && random.nextBoolean();
        yield List.of(part ? word.substring(1) : word, word(field));
      }
      case NUMBER, FADING -> {
        String low = List.of("0", "7", "40", "123.45").get(random.nextInt(4));
        yield operator == Operator.BETWEEN ? List.of(low, "123.45") : List.of(low);
      }
      case MOMENT -> {
        String word = operator.word();
        if (word.startsWith("within") || word.startsWith("longer")) {
          yield List.of(Integer.toString(random.nextInt(1, 30)));
        }
        LocalDate day = today.minusDays(random.nextInt(30));
        yield operator == Operator.BETWEEN
            ? List.of(day.toString(), day.plusDays(3).toString())
            : List.of(day.toString());
      }
      case FLAG -> List.of(Boolean.toString(random.nextBoolean()));
    };
  }

  private String word(RuleField field) {
    List<String> known = words.getOrDefault(field.key(), List.of());
    String word = known.isEmpty() ? "none" : known.get(random.nextInt(known.size()));
    return word.isBlank() ? "none" : word;
  }

  static LocalDate day(java.time.Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
