package io.leadwell.pool.leads;

import io.leadwell.pool.leads.Golden.Live;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Phones and mailboxes that passed to somebody else: a record that says so takes them from weaker
 * and older records of the person, and from no other. Taken back, they are the person's again.
 */
final class FormerWays {

  private FormerWays() {}

  /** The records, weakest first, without the ways that lead elsewhere by now. */
  static List<Live> settled(List<Live> told) {
    if (told.stream().noneMatch(FormerWays::tellsOfPassing)) {
      return told;
    }
    Set<String> passed = new HashSet<>();
    List<Live> settled = new ArrayList<>();
    for (Live record : told.stream().sorted(Golden.WEAKEST_FIRST.reversed()).toList()) {
      Facts facts = record.facts();
      for (Fact way : Fact.WAYS) {
        String value = facts.get(way);
        if (value != null && passed.contains(value)) {
          facts = facts.with(way, null);
        }
      }
      settled.addFirst(facts == record.facts() ? record : record.telling(facts));
      for (Fact former : List.of(Fact.FORMER_PHONE, Fact.FORMER_EMAIL)) {
        String value = record.facts().get(former);
        if (value != null) {
          passed.add(value);
        }
      }
    }
    return settled;
  }

  private static boolean tellsOfPassing(Live record) {
    return record.facts().get(Fact.FORMER_PHONE) != null
        || record.facts().get(Fact.FORMER_EMAIL) != null;
  }
}
