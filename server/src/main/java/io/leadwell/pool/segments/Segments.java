package io.leadwell.pool.segments;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Rule;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.rules.Rules;
import io.leadwell.pool.segments.Segment.Kind;
import io.leadwell.tables.segments.tables.records.SegmentRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
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

/** Segments: made, tried out, changed, put away. */
@Service
public class Segments {

  /** What a rule would give: how many of the reader's leads, and the first of them. */
  public record Trial(int leads, List<LeadRow> some) {}

  private static final int NAME_LENGTH = 80;
  private static final int DESCRIPTION_LENGTH = 500;
  private static final int SHOWN = 5;

  private final SegmentStore store;
  private final SegmentRules segmentRules;
  private final Rules rules;
  private final Leads leads;
  private final Members members;
  private final Audit audit;
  private final Clock clock;

  Segments(
      SegmentStore store,
      SegmentRules segmentRules,
      Rules rules,
      Leads leads,
      Members members,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.segmentRules = segmentRules;
    this.rules = rules;
    this.leads = leads;
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
    // of nobody, too, may be asked
    return new HashMap<>(members.names(people));
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

  static Kind kind(SegmentRow row) {
    return row.getRule() == null ? Kind.STATIC : Kind.DYNAMIC;
  }
}
