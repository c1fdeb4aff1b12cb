package io.leadwell.pool.segments;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Reasons;
import io.leadwell.pool.leads.Audience;
import io.leadwell.pool.leads.LeadChoice;
import io.leadwell.pool.leads.LeadQuery;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.LeadsProblem;
import io.leadwell.pool.rules.Revaluation;
import io.leadwell.pool.rules.Rules;
import io.leadwell.pool.segments.Segment.Kind;
import io.leadwell.tables.segments.tables.records.SegmentRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in which segment and why; static ones are filled and emptied here. */
@Service
public class SegmentMembers {

  /** A segment that a lead is in. */
  public record In(UUID id, String name, Kind kind, Instant since) {}

  private final SegmentStore store;
  private final SegmentRules segmentRules;
  private final MemberStore memberships;
  private final Rules rules;
  private final Revaluation revaluation;
  private final Leads leads;
  private final Audience audience;
  private final LeadQuery query;
  private final Audit audit;
  private final Clock clock;

  SegmentMembers(
      SegmentStore store,
      SegmentRules segmentRules,
      MemberStore memberships,
      Rules rules,
      Revaluation revaluation,
      Leads leads,
      Audience audience,
      LeadQuery query,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.segmentRules = segmentRules;
    this.memberships = memberships;
    this.rules = rules;
    this.revaluation = revaluation;
    this.leads = leads;
    this.audience = audience;
    this.query = query;
    this.audit = audit;
    this.clock = clock;
  }

  /** Puts leads into a static one; which of them were not there yet. */
  @Transactional
  public List<UUID> put(UUID id, LeadChoice choice, Caller who) {
    SegmentRow segment = ofStatic(id);
    List<UUID> put =
        memberships.put(id, audience.leads(choice, who), who.memberId(), clock.instant());
    filled(segment, "segment.filled", put, who);
    return put;
  }

  /** Puts all leads of a filter into a static one; the filter as the list of leads spells it. */
  @Transactional
  public List<UUID> putAll(UUID id, Map<String, String> filter, Caller who) {
    return put(id, LeadChoice.of(query.filter(filter)), who);
  }

  /** Takes leads out of a static one; which of them were there. */
  @Transactional
  public List<UUID> take(UUID id, Collection<UUID> chosen, Caller who) {
    SegmentRow segment = ofStatic(id);
    List<UUID> visible = List.copyOf(leads.byId(List.copyOf(chosen), who).keySet());
    List<UUID> taken = memberships.take(id, visible);
    filled(segment, "segment.emptied", taken, who);
    return taken;
  }

  private void filled(SegmentRow segment, String deed, List<UUID> which, Caller who) {
    if (!which.isEmpty()) {
      revaluation.stir(which);
      audit.record(
          who,
          deed,
          "segment",
          segment.getId().toString(),
          segment.getName(),
          Map.of("leads", which.size()));
    }
  }

  /** The segments of a lead that the reader may see. */
  @Transactional(readOnly = true)
  public List<In> of(UUID lead, Caller reader) {
    visible(lead, reader);
    Map<UUID, Instant> in = memberships.segmentsOf(lead);
    List<In> all = new ArrayList<>();
    for (SegmentRow row : store.all()) {
      Instant since = in.get(row.getId());
      if (since != null) {
        all.add(new In(row.getId(), row.getName(), Segments.kind(row), since));
      }
    }
    all.sort(Comparator.comparing(In::name));
    return all;
  }

  /** Why a lead is in a dynamic segment or not, part by part. */
  @Transactional(readOnly = true)
  public Reasons reasons(UUID id, UUID lead, Caller reader) {
    SegmentRow segment = found(id);
    if (segment.getRule() == null) {
      throw new Problem(SegmentsProblem.SEGMENT_NOT_FOUND);
    }
    visible(lead, reader);
    Facts facts = rules.facts(List.of(lead), Rules.EVER).get(lead);
    if (facts == null) {
      throw new Problem(LeadsProblem.LEAD_NOT_FOUND);
    }
    return Reasons.of(
        segmentRules.of(segment), facts, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private void visible(UUID lead, Caller reader) {
    if (leads.byId(List.of(lead), reader).isEmpty()) {
      throw new Problem(LeadsProblem.LEAD_NOT_FOUND);
    }
  }

  private SegmentRow ofStatic(UUID id) {
    SegmentRow segment = found(id);
    if (segment.getRule() != null) {
      throw new Problem(SegmentsProblem.SEGMENT_DYNAMIC, segment.getName());
    }
    return segment;
  }

  private SegmentRow found(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem(SegmentsProblem.SEGMENT_NOT_FOUND));
  }
}
