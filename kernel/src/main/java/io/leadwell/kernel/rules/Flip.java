package io.leadwell.kernel.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When time alone may change what a rule says: never too late, sometimes for nothing. Until then
 * nobody need look at the lead.
 */
final class Flip {

  private final Facts facts;
  private final Instant now;
  private @Nullable Instant next;

  private Flip(Facts facts, Instant now) {
    this.facts = facts;
    this.now = now;
  }

  static @Nullable Instant next(Rule rule, Facts facts, Instant now) {
    Flip flip = new Flip(facts, now);
    flip.look(rule);
    return flip.next;
  }

  private void look(Rule rule) {
    switch (rule) {
      case Rule.All all -> all.of().forEach(this::look);
      case Rule.Any any -> any.of().forEach(this::look);
      case Rule.Not not -> look(not.of());
      case Rule.Field field -> look(field.test(), facts);
      case Rule.Deeds deeds -> {
        for (Facts.Deed deed : facts.deeds()) {
          if (deeds.within() != null) {
            maybe(deed.at().plus(deeds.within()));
          }
          look(deeds.where(), deed.facts());
        }
      }
    }
  }

  private void look(List<Test> tests, Facts of) {
    tests.forEach(test -> look(test, of));
  }

  private void look(Test test, Facts of) {
    switch (test) {
      case Test.Relative relative -> {
        if (of.value(relative.field()) instanceof Instant at) {
          maybe(relative.after() == null ? null : at.minus(relative.after()));
          maybe(relative.until() == null ? null : at.minus(relative.until()));
        }
      }
      case Test.Strength strength -> {
        if (of.value(strength.field()) instanceof Fading fading) {
          maybe(strength.least() == null ? null : fading.reaches(strength.least(), now));
          maybe(strength.most() == null ? null : fading.reaches(strength.most(), now));
        }
      }
      default -> {
        // Nothing else changes by itself.
      }
    }
  }

  private void maybe(@Nullable Instant at) {
    if (at != null && at.isAfter(now) && (next == null || at.isBefore(next))) {
      next = at;
    }
  }
}
