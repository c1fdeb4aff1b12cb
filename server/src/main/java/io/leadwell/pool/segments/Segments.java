package io.leadwell.pool.segments;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Reasons;
import io.leadwell.kernel.rules.Rule;
import io.leadwell.pool.leads.Audience;
import io.leadwell.pool.leads.LeadChoice;
import io.leadwell.pool.leads.LeadRow;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Segments: made, changed, filled; who is in them and why. */
@Service
public class Segments {

  /** What a rule would give: how many of the reader's leads, and the first of them. */
  public record Trial(int leads, List<LeadRow> some) {}

  /** A segment that a lead is in. */
  public record In(UUID id, String name, Kind kind, Instant since) {}

  private static final int NAME_LENGTH = 80;
  private static final int DESCRIPTION_LENGTH = 500;
  private static final int SHOWN = 5;

  private final SegmentStore store;
  private final SegmentRules segmentRules;
  private final MemberStore memberships;
  private final Rules rules;
  private final Revaluation revaluation;
  private final Leads leads;
  private final Audience audience;
  private final Members members;
  private final Audit audit;
  private final Clock clock;

  Segments(
      SegmentStore store,
      SegmentRules segmentRules,
      MemberStore memberships,
      Rules rules,
      Revaluation revaluation,
      Leads leads,
      Audience audience,
      Members members,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.segmentRules = segmentRules;
    this.memberships = memberships;
    this.rules = rules;
    this.revaluation = revaluation;
    this.leads = leads;
    this.audience = audience;
    this.members = members;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Segment> all(Caller reader) {
    List<SegmentRow> rows = store.all();
    Map<UUID, String> names = names(rows);
    return rows.stream().map(row -> segment(row, names, reader)).toList();
  }

  @Transactional(readOnly = true)
  public Segment get(UUID id, Caller reader) {
    SegmentRow row = found(id);
    return segment(row, names(List.of(row)), reader);
  }

  /** What a rule that is still being written would give. */
  @Transactional(readOnly = true)
  public Trial tryOut(JsonNode written, Caller reader) {
    Rule rule = segmentRules.understand(rules.read(written));
    Instant now = now();
    int count = rules.count(rule, reader.visible(), now);
    List<UUID> some = count == 0 ? List.of() : rules.some(rule, reader.visible(), now, SHOWN);
    return new Trial(count, List.copyOf(leads.byId(some, reader).values()));
  }

  /**
   * @param rule null for one that is filled by hand
   */
  @Transactional
  public Segment add(
      String name, @Nullable String description, @Nullable JsonNode rule, Caller who) {
    String called = checkedName(name, null);
    String kept = rule == null ? null : segmentRules.checked(rule);
    try {
      UUID id = store.add(called, checked(description), kept, who.memberId(), clock.instant());
      audit.record(who, "segment.added", "segment", id.toString(), called, Map.of());
      return get(id, who);
    } catch (DuplicateKeyException e) {
      throw new Problem(SegmentsProblem.SEGMENT_NAME_TAKEN, called);
    }
  }

  /**
   * @param version the one that was changed; another colleague may have been quicker
   */
  @Transactional
  public Segment change(
      UUID id,
      int version,
      String name,
      @Nullable String description,
      @Nullable JsonNode rule,
      Caller who) {
    SegmentRow was = found(id);
    boolean isStatic = was.getRule() == null;
    if (was.getVersion() != version) {
      throw new Problem(SegmentsProblem.SEGMENT_CHANGED);
    }
    if (isStatic != (rule == null)) {
      throw Problem.field(SegmentsProblem.SEGMENT_INVALID, "rule", "segments.kindStays");
    }
    String called = checkedName(name, id);
    String kept = rule == null ? null : segmentRules.checked(rule);
    if (!store.change(was, called, checked(description), kept, who.memberId(), clock.instant())) {
      throw new Problem(SegmentsProblem.SEGMENT_CHANGED);
    }
    audit.record(who, "segment.changed", "segment", id.toString(), called, Map.of());
    return get(id, who);
  }

  /** Out of sight; {@link #restore} takes it back. */
  @Transactional
  public void archive(UUID id, Caller who) {
    SegmentRow was = found(id);
    store.archive(id, clock.instant());
    audit.record(who, "segment.archived", "segment", id.toString(), was.getName(), Map.of());
  }

  @Transactional
  public Segment restore(UUID id, Caller who) {
    SegmentRow was =
        store.archived(id).orElseThrow(() -> new Problem(SegmentsProblem.SEGMENT_NOT_FOUND));
    checkedName(was.getName(), id);
    store.restore(id);
    // Nobody kept its members true meanwhile.
    if (was.getRule() != null) {
      store.again(id);
    }
    audit.record(who, "segment.restored", "segment", id.toString(), was.getName(), Map.of());
    return get(id, who);
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
        all.add(new In(row.getId(), row.getName(), kind(row), since));
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
    return Reasons.of(segmentRules.of(segment), facts, now());
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

  private String checkedName(String name, @Nullable UUID by) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > NAME_LENGTH) {
      throw Problem.field(SegmentsProblem.SEGMENT_INVALID, "name", "segments.name", NAME_LENGTH);
    }
    if (store.isNameTaken(stripped, by)) {
      throw new Problem(SegmentsProblem.SEGMENT_NAME_TAKEN, stripped);
    }
    return stripped;
  }

  private static @Nullable String checked(@Nullable String description) {
    String stripped = description == null ? "" : description.strip();
    if (stripped.length() > DESCRIPTION_LENGTH) {
      throw Problem.field(
          SegmentsProblem.SEGMENT_INVALID,
          "description",
          "segments.description",
          DESCRIPTION_LENGTH);
    }
    return stripped.isEmpty() ? null : stripped;
  }

  /** As exact as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Map<UUID, String> names(Collection<SegmentRow> rows) {
    Set<UUID> people = new HashSet<>();
    rows.forEach(row -> {
      people.add(row.getCreatedBy());
      people.add(row.getChangedBy());
    });
    people.removeIf(Objects::isNull);
    return members.names(people);
  }

  private Segment segment(SegmentRow row, Map<UUID, String> names, Caller reader) {
    Condition inside = SegmentRules.inSegment(row.getId());
    return new Segment(
        row.getId(),
        row.getName(),
        row.getDescription(),
        kind(row),
        row.getRule() == null ? null : row.getRule().data(),
        row.getVersion(),
        !row.getGatheredVersion().equals(row.getVersion()) && row.getRule() != null,
        row.getGatheredAt(),
        row.getBroken(),
        rules.count(rules.understand(inside), reader.visible(), now()),
        names.get(row.getCreatedBy()),
        row.getCreatedAt(),
        names.get(row.getChangedBy()),
        row.getChangedAt());
  }

  private static Kind kind(SegmentRow row) {
    return row.getRule() == null ? Kind.STATIC : Kind.DYNAMIC;
  }
}
