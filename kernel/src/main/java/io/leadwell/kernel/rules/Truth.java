package io.leadwell.kernel.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a rule holds. SQL made of the same rule says the same. */
final class Truth {

  private Truth() {}

  static boolean of(Rule rule, Facts facts, Instant now) {
    return switch (rule) {
      case Rule.All all -> all.of().stream().allMatch(each -> of(each, facts, now));
      case Rule.Any any -> any.of().stream().anyMatch(each -> of(each, facts, now));
      case Rule.Not not -> !of(not.of(), facts, now);
      case Rule.Field field -> of(field.test(), facts, now);
      case Rule.Deeds deeds -> inBounds(deeds, count(deeds, facts, now));
    };
  }

  static int count(Rule.Deeds deeds, Facts facts, Instant now) {
    int count = 0;
    for (Facts.Deed deed : facts.deeds()) {
      if (deeds.reaches(deed.at(), now) && of(deeds.where(), deed.facts(), now)) {
        count++;
      }
    }
    return count;
  }

  static boolean inBounds(Rule.Deeds deeds, int count) {
    return count >= deeds.least() && (deeds.most() == null || count <= deeds.most());
  }

  static boolean of(List<Test> tests, Facts facts, Instant now) {
    for (Test test : tests) {
      if (!of(test, facts, now)) {
        return false;
      }
    }
    return true;
  }

  static boolean of(Test test, Facts facts, Instant now) {
    return switch (test) {
      case Test.OneOf one ->
          facts.words(one.field()).stream().anyMatch(one.values()::contains) != one.negated();
      case Test.Contains has ->
          facts.words(has.field()).stream()
                  .anyMatch(word -> has.parts().stream().anyMatch(word::contains))
              != has.negated();
      case Test.StartsWith begins ->
          facts.words(begins.field()).stream()
              .anyMatch(word -> begins.beginnings().stream().anyMatch(word::startsWith));
      case Test.Known known -> facts.knows(known.field()) != known.negated();
      case Test.Range range ->
          facts.value(range.field()) instanceof BigDecimal number
              && (range.least() == null || number.compareTo(range.least()) >= 0)
              && (range.most() == null || number.compareTo(range.most()) <= 0);
      case Test.Strength strength -> strength(strength, facts, now);
      case Test.Between between ->
          facts.value(between.field()) instanceof Instant at
              && (between.from() == null || !at.isBefore(between.from()))
              && (between.until() == null || at.isBefore(between.until()));
      case Test.Relative relative -> relative(relative, facts, now);
      case Test.Flag flag -> Boolean.TRUE.equals(facts.value(flag.field())) == flag.yes();
    };
  }

  /** What was never given is worth nothing. */
  private static boolean strength(Test.Strength test, Facts facts, Instant now) {
    if (!(facts.value(test.field()) instanceof Fading fading)) {
      return within(0, test.least(), test.most());
    }
    return within(fading.mass(), bound(test.least(), fading, now), bound(test.most(), fading, now));
  }

  private static @Nullable Double bound(@Nullable Double value, Fading fading, Instant now) {
    return value == null ? null : (Double) Fading.mass(value, now, fading.halfLife());
  }

  private static boolean within(double value, @Nullable Double least, @Nullable Double most) {
    return (least == null || value >= least) && (most == null || value <= most);
  }

  private static boolean relative(Test.Relative test, Facts facts, Instant now) {
    return facts.value(test.field()) instanceof Instant at
        && (test.after() == null || at.isAfter(now.plus(test.after())))
        && (test.until() == null || !at.isAfter(now.plus(test.until())));
  }
}
