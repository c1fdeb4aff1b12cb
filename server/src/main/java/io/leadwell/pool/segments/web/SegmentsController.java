package io.leadwell.pool.segments.web;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.kernel.rules.Reasons;
import io.leadwell.pool.leads.LeadChoice;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.segments.SegmentMembers;
import io.leadwell.pool.segments.Segments;
import io.leadwell.pool.segments.SegmentsProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Routes of segments. */
@RestController
@RequestMapping("/api/v1")
class SegmentsController {

  private final Segments segments;
  private final SegmentMembers members;
  private final JsonMapper json;

  SegmentsController(Segments segments, SegmentMembers members, JsonMapper json) {
    this.members = members;
    this.segments = segments;
    this.json = json;
  }

  @GetMapping("/segments")
  @Allow(Permission.LEADS_READ)
  List<SegmentView> all(Caller caller) {
    return segments.all(caller).stream().map(each -> SegmentView.of(each, json)).toList();
  }

  @GetMapping("/segments/{id}")
  @Allow(Permission.LEADS_READ)
  SegmentView get(@PathVariable UUID id, Caller caller) {
    return SegmentView.of(segments.get(id, caller), json);
  }

  @PostMapping("/segments")
  @Allow(Permission.SEGMENTS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  SegmentView add(@RequestBody SegmentBody body, Caller caller) {
    return SegmentView.of(
        segments.add(body.called(), body.description(), body.asked(), caller), json);
  }

  @PutMapping("/segments/{id}")
  @Allow(Permission.SEGMENTS_EDIT)
  SegmentView change(@PathVariable UUID id, @RequestBody SegmentBody body, Caller caller) {
    int version = body.version() == null ? 0 : body.version();
    return SegmentView.of(
        segments.change(id, version, body.called(), body.description(), body.asked(), caller),
        json);
  }

  @DeleteMapping("/segments/{id}")
  @Allow(Permission.SEGMENTS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void archive(@PathVariable UUID id, Caller caller) {
    segments.archive(id, caller);
  }

  @PostMapping("/segments/{id}/restore")
  @Allow(Permission.SEGMENTS_EDIT)
  SegmentView restore(@PathVariable UUID id, Caller caller) {
    return SegmentView.of(segments.restore(id, caller), json);
  }

  /** What a rule gives before it is kept. */
  @PostMapping("/segments/try")
  @Allow(Permission.LEADS_READ)
  TrialView tryOut(@RequestBody SegmentBody body, Caller caller) {
    JsonNode rule = body.asked();
    if (rule == null) {
      throw Problem.field(SegmentsProblem.SEGMENT_INVALID, "rule", "rules.unreadable");
    }
    Segments.Trial trial = segments.tryOut(rule, caller);
    return new TrialView(trial.leads(), trial.some());
  }

  @PostMapping("/segments/{id}/leads")
  @Allow(Permission.SEGMENTS_EDIT)
  MovedView put(@PathVariable UUID id, @RequestBody ChoiceBody body, Caller caller) {
    Map<String, String> filter = body.filter() == null ? Map.of() : body.filter();
    return MovedView.of(
        body.ids() == null
            ? members.putAll(id, filter, caller)
            : members.put(id, LeadChoice.of(body.ids()), caller));
  }

  @PostMapping("/segments/{id}/leads/remove")
  @Allow(Permission.SEGMENTS_EDIT)
  MovedView take(@PathVariable UUID id, @RequestBody ChoiceBody body, Caller caller) {
    return MovedView.of(members.take(id, body.ids() == null ? List.of() : body.ids(), caller));
  }

  @GetMapping("/leads/{lead}/segments")
  @Allow(Permission.LEADS_READ)
  List<InView> of(@PathVariable UUID lead, Caller caller) {
    return members.of(lead, caller).stream()
        .map(in -> new InView(in.id(), in.name(), in.kind().word(), in.since()))
        .toList();
  }

  /** Part by part, in the order of the rule. */
  @GetMapping("/segments/{id}/leads/{lead}/reasons")
  @Allow(Permission.LEADS_READ)
  Reasons.Told reasons(@PathVariable UUID id, @PathVariable UUID lead, Caller caller) {
    return members.reasons(id, lead, caller).told();
  }

  record SegmentBody(
      @Nullable String name,
      @Nullable String description,
      @Nullable JsonNode rule,
      @Nullable Integer version) {

    String called() {
      return name == null ? "" : name;
    }

    /** JSON's null is none. */
    @Nullable JsonNode asked() {
      return rule == null || rule.isNull() ? null : rule;
    }
  }

  record ChoiceBody(@Nullable List<UUID> ids, @Nullable Map<String, String> filter) {}

  record TrialView(int leads, List<LeadRow> some) {}

  record InView(UUID id, String name, String kind, Instant since) {}

  /** Which leads changed their place; more than so many are only counted. */
  record MovedView(int leads, List<UUID> ids) {

    private static final int SHOWN = 1_000;

    static MovedView of(List<UUID> moved) {
      return new MovedView(moved.size(), moved.size() > SHOWN ? List.of() : List.copyOf(moved));
    }
  }
}
