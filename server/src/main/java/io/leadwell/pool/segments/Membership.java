package io.leadwell.pool.segments;

import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Rule;
import io.leadwell.pool.leads.LeadFolded;
import io.leadwell.pool.leads.LeadUnfolded;
import io.leadwell.pool.rules.Catalogue;
import io.leadwell.pool.rules.Rules;
import io.leadwell.pool.rules.Valuer;
import io.leadwell.tables.segments.tables.records.SegmentRow;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the members of dynamic segments true as leads change and time goes by. */
@Component
@Order(20)
class Membership implements Valuer {

  private final SegmentStore store;
  private final SegmentRules segmentRules;
  private final MemberStore members;
  private final Rules rules;

  Membership(SegmentStore store, SegmentRules segmentRules, MemberStore members, Rules rules) {
    this.store = store;
    this.segmentRules = segmentRules;
    this.members = members;
    this.rules = rules;
  }

  @Override
  public Map<UUID, Instant> value(Map<UUID, Facts> leads, Instant now) {
    Map<UUID, Rule> all = gathered();
    Map<UUID, Instant> due = new HashMap<>();
    if (all.isEmpty()) {
      return due;
    }
    Set<MemberStore.Membership> are = members.of(leads.keySet(), all.keySet());
    Set<MemberStore.Membership> come = new HashSet<>();
    Set<MemberStore.Membership> go = new HashSet<>();
    leads.forEach((lead, facts) ->
        all.forEach((segment, rule) -> {
          var membership = new MemberStore.Membership(segment, lead);
          boolean is = are.contains(membership);
          if (rule.holds(facts, now) != is) {
            (is ? go : come).add(membership);
          }
          Instant flip = rule.flips(facts, now);
          if (flip != null) {
            due.merge(lead, flip, (one, other) -> one.isBefore(other) ? one : other);
          }
        }));
    members.remove(go);
    members.add(come, now);
    return due;
  }

  @Override
  public void gone(Collection<UUID> leads) {
    members.forget(leads);
  }

  /** Those not gathered yet are left to the gathering. */
  private Map<UUID, Rule> gathered() {
    Map<UUID, Rule> all = new LinkedHashMap<>();
    Catalogue catalogue = rules.catalogue();
    for (SegmentRow segment : store.dynamic()) {
      if (segment.getBroken() == null
          && segment.getGatheredVersion().equals(segment.getVersion())) {
        try {
          all.put(segment.getId(), segmentRules.of(segment, catalogue));
        } catch (Problem problem) {
          store.broken(segment.getId(), Gathering.blamed(problem));
        }
      }
    }
    return all;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void folded(LeadFolded lead) {
    members.fold(lead.leadId(), lead.intoId());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void unfolded(LeadUnfolded lead) {
    members.unfold(lead.leadId(), lead.fromId());
  }
}
