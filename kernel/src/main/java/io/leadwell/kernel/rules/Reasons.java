package io.leadwell.kernel.rules;

import java.time.Instant;
import java.util.List;

/**
 * Why a rule holds or does not: every part of it with its own answer, in the order in which it was
 * written.
 *
 * @param count how many deeds there were, where deeds are asked for; else −1
 */
public record Reasons(Rule rule, boolean holds, int count, List<Reasons> parts) {

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
