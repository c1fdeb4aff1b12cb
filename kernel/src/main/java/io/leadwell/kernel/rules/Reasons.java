package io.leadwell.kernel.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule holds or does not: every part of it with its own answer, in the order in which it was
 * written.
 *
 * @param count how many deeds there were, where deeds are asked for; else −1
 */
public record Reasons(Rule rule, boolean holds, int count, List<Reasons> parts) {

  /** The answers alone, for who has the condition at hand. */
  public record Told(boolean holds, @Nullable Integer count, List<Told> parts) {}

  public Told told() {
    return new Told(
        holds, count < 0 ? null : (Integer) count, parts.stream().map(Reasons::told).toList());
  }

  public static Reasons of(Rule rule, Facts facts, Instant now) {
    List<Reasons> parts =
        switch (rule) {
          case Rule.All all -> of(all.of(), facts, now);
          case Rule.Any any -> of(any.of(), facts, now);
          case Rule.Not not -> List.of(of(not.of(), facts, now));
          case Rule.Field _, Rule.Deeds _ -> List.of();
        };
    int count = rule instanceof Rule.Deeds deeds ? Truth.count(deeds, facts, now) : -1;
    return new Reasons(rule, rule.holds(facts, now), count, parts);
  }

  private static List<Reasons> of(List<Rule> rules, Facts facts, Instant now) {
    return rules.stream().map(each -> of(each, facts, now)).toList();
  }
}
