package io.leadwell.acquire.content.web;

import io.leadwell.acquire.content.Author;
import io.leadwell.acquire.content.DepartmentPlan;
import io.leadwell.acquire.content.ItemKind;
import io.leadwell.acquire.content.PlanDraft;
import io.leadwell.acquire.content.PlanEntries;
import io.leadwell.acquire.content.PlanEntry;
import io.leadwell.acquire.content.PlanFigures;
import io.leadwell.acquire.content.PlanStatus;
import io.leadwell.acquire.content.ServedStage;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.time.LocalDate;
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

/** Routes of the content plan. */
@RestController
@RequestMapping("/api/v1/content-plan")
class PlanController {

  record EntryView(
      UUID id,
      PlanStatus status,
      int place,
      String topic,
      @Nullable ItemKind kind,
      @Nullable String audience,
      @Nullable ServedStage serves,
      @Nullable UUID authorId,
      @Nullable String guestName,
      @Nullable UUID departmentId,
      @Nullable UUID channelId,
      @Nullable LocalDate dueOn,
      @Nullable Integer expectedLeads,
      @Nullable Integer expectedReads,
      @Nullable UUID itemId,
      @Nullable String note,
      @Nullable Long reads) {

    /**
     * @param reads by item, how often it was read to the end
     */
    static EntryView of(PlanEntry entry, Map<UUID, Long> reads) {
      PlanDraft said = entry.said();
      return new EntryView(
          entry.id(),
          entry.status(),
          entry.place(),
          said.topic(),
          said.kind(),
          said.audience(),
          said.serves(),
          said.author().memberId(),
          said.author().guestName(),
          said.author().departmentId(),
          said.channelId(),
          said.dueOn(),
          said.expectedLeads(),
          said.expectedReads(),
          said.itemId(),
          said.note(),
          said.itemId() == null ? null : reads.get(said.itemId()));
    }
  }

  record Wanted(
      @Nullable PlanStatus status,
      @Nullable String topic,
      @Nullable ItemKind kind,
      @Nullable String audience,
      @Nullable ServedStage serves,
      @Nullable UUID authorId,
      @Nullable String guestName,
      @Nullable UUID departmentId,
      @Nullable UUID channelId,
      @Nullable LocalDate dueOn,
      @Nullable Integer expectedLeads,
      @Nullable Integer expectedReads,
      @Nullable UUID itemId,
      @Nullable String note) {

    PlanDraft draft() {
      return new PlanDraft(
          topic == null ? "" : topic,
          kind,
          audience,
          serves,
          new Author(authorId, guestName, null, departmentId),
          channelId,
          dueOn,
          expectedLeads,
          expectedReads,
          itemId,
          note);
    }
  }

  /** Where a card goes; {@code before} names the card under it. */
  record Move(@Nullable PlanStatus status, @Nullable UUID before) {}

  /** A department of the plan, without the items behind it. */
  record DepartmentView(
      @Nullable UUID departmentId,
      long planned,
      long published,
      long late,
      long expectedLeads,
      long expectedReads,
      long reads) {

    static DepartmentView of(DepartmentPlan plan) {
      return new DepartmentView(
          plan.departmentId(),
          plan.planned(),
          plan.published(),
          plan.late(),
          plan.expectedLeads(),
          plan.expectedReads(),
          plan.reads());
    }
  }

  private final PlanEntries plan;
  private final PlanFigures figures;

  PlanController(PlanEntries plan, PlanFigures figures) {
    this.plan = plan;
    this.figures = figures;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_READ)
  List<EntryView> all() {
    List<PlanEntry> all = plan.all();
    Map<UUID, Long> reads = figures.readsOf(all);
    return all.stream().map(entry -> EntryView.of(entry, reads)).toList();
  }

  @GetMapping("/departments")
  @Allow(Permission.CAMPAIGNS_READ)
  List<DepartmentView> departments() {
    return figures.departments().stream().map(DepartmentView::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  EntryView add(@RequestBody Wanted wanted, Caller caller) {
    PlanStatus status = wanted.status() == null ? PlanStatus.IDEA : wanted.status();
    return view(plan.add(status, wanted.draft(), caller));
  }

  @PutMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_EDIT)
  EntryView change(@PathVariable UUID id, @RequestBody Wanted wanted, Caller caller) {
    return view(plan.change(id, wanted.draft(), caller));
  }

  @PostMapping("/{id}/move")
  @Allow(Permission.CAMPAIGNS_EDIT)
  EntryView move(@PathVariable UUID id, @RequestBody Move move, Caller caller) {
    PlanStatus status = move.status() == null ? plan.find(id).status() : move.status();
    return view(plan.move(id, status, move.before(), caller));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.CAMPAIGNS_EDIT)
  void delete(@PathVariable UUID id, Caller caller) {
    plan.delete(id, caller);
  }

  private EntryView view(PlanEntry entry) {
    return EntryView.of(entry, figures.readsOf(List.of(entry)));
  }
}
