package io.leadwell.collaborate.tasks;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.Visible;
import io.leadwell.collaborate.tasks.Task.State;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.tables.tasks.tables.records.TaskRow;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks: what is to be done, by whom, by when; done with what came of it. */
@Service
public class Tasks {

  /** How many wait for somebody, and how many of them are past their time. */
  public record Waiting(int open, int overdue) {}

  private static final int LONGEST_OUTCOME = 2_000;

  private final TaskStore store;
  private final Leads leads;
  private final Campaigns campaigns;
  private final Members members;
  private final Audit audit;
  private final Clock clock;

  Tasks(
      TaskStore store,
      Leads leads,
      Campaigns campaigns,
      Members members,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.leads = leads;
    this.campaigns = campaigns;
    this.members = members;
    this.audit = audit;
    this.clock = clock;
  }

  /** Open ones by when they are due, closed ones latest first. */
  @Transactional(readOnly = true)
  public Page<Task> page(TaskFilter filter, @Nullable String cursor, int limit, Caller reader) {
    List<TaskRow> found =
        store.page(
            TaskStore.whose(filter, reader.memberId(), reader.visible()),
            filter.open(),
            cursor,
            limit + 1);
    boolean more = found.size() > limit;
    List<TaskRow> shown = more ? found.subList(0, limit) : found;
    String next = more ? TaskStore.cursor(shown.getLast(), filter.open()) : null;
    return new Page<>(tasks(shown, reader), next, shown.size(), more);
  }

  /** Of the reader's own. */
  public Waiting waiting(Caller reader) {
    if (reader.memberId() == null) {
      return new Waiting(0, 0);
    }
    TaskStore.Due due = store.due(reader.memberId(), clock.instant());
    return new Waiting(due.open(), due.overdue());
  }

  /** Closes it with what came of it; what was done says so in words. */
  @Transactional
  public Task close(UUID id, boolean done, @Nullable String outcome, Caller who) {
    TaskRow task = found(id, who);
    String said = outcome == null ? "" : outcome.strip();
    if (said.length() > LONGEST_OUTCOME || done && said.isEmpty()) {
      throw Problem.field(TasksProblem.TASK_INVALID, "outcome", "tasks.outcome", LONGEST_OUTCOME);
    }
    State to = done ? State.DONE : State.CANCELLED;
    if (!store.close(id, to, said.isEmpty() ? null : said, who.memberId(), clock.instant())) {
      throw new Problem(TasksProblem.TASK_CLOSED);
    }
    record(who, done ? "task.done" : "task.cancelled", task, Map.of());
    return one(id, who);
  }

  /** Nothing happens to one that is open. */
  @Transactional
  public Task reopen(UUID id, Caller who) {
    TaskRow task = found(id, who);
    if (store.reopen(id)) {
      record(who, "task.reopened", task, Map.of());
    }
    return one(id, who);
  }

  @Transactional
  public Task give(UUID id, @Nullable UUID member, Caller who) {
    TaskRow task = found(id, who);
    Member to = member == null ? null : members.find(member).orElse(null);
    if (to == null || !to.active() || !maySee(who, to.id())) {
      throw Problem.field(TasksProblem.TASK_INVALID, "member", "tasks.member");
    }
    if (!store.give(id, to.id())) {
      throw new Problem(TasksProblem.TASK_CLOSED);
    }
    record(who, "task.given", task, Map.of("to", to.name()));
    return one(id, who);
  }

  private static boolean maySee(Caller who, UUID member) {
    return switch (who.visible()) {
      case Visible.Everything() -> true;
      case Visible.OwnedBy owned -> owned.members().contains(member);
    };
  }

  private TaskRow found(UUID id, Caller reader) {
    return store
        .find(id, reader.memberId(), reader.visible())
        .orElseThrow(() -> new Problem(TasksProblem.TASK_NOT_FOUND));
  }

  private Task one(UUID id, Caller reader) {
    return tasks(List.of(found(id, reader)), reader).getFirst();
  }

  private void record(Caller who, String action, TaskRow task, Map<String, Object> detail) {
    audit.record(who, action, "task", task.getId().toString(), task.getAbout(), detail);
  }

  private List<Task> tasks(List<TaskRow> rows, Caller reader) {
    List<UUID> leadIds =
        rows.stream().map(TaskRow::getLeadId).filter(Objects::nonNull).distinct().toList();
    // Whom to call comes with the task, also where the lead is another's.
    Map<UUID, LeadRow> about = leads.byId(leadIds, seeingAll(reader));
    Set<UUID> visible = leads.byId(leadIds, reader).keySet();
    Set<UUID> people = new HashSet<>();
    rows.forEach(row -> {
      people.add(row.getMemberId());
      if (row.getClosedBy() != null) {
        people.add(row.getClosedBy());
      }
    });
    Map<UUID, String> names = members.names(people);
    Map<UUID, String> campaignNames =
        campaigns.names(
            rows.stream().map(TaskRow::getCampaignId).filter(Objects::nonNull).distinct().toList());
    return rows.stream()
        .map(row -> task(row, about.get(row.getLeadId()), visible, names, campaignNames))
        .toList();
  }

  private static Task task(
      TaskRow row,
      @Nullable LeadRow lead,
      Set<UUID> visible,
      Map<UUID, String> names,
      Map<UUID, String> campaignNames) {
    String called = lead == null ? null : lead.calledBy();
    return new Task(
        row.getId(),
        row.getKind(),
        row.getMemberId(),
        names.get(row.getMemberId()),
        lead == null ? null : lead.id(),
        visible.contains(row.getLeadId()),
        called == null ? row.getAbout() : called,
        lead == null ? null : lead.company(),
        lead == null ? null : lead.title(),
        lead == null ? null : lead.phone(),
        lead == null ? null : lead.email(),
        row.getCampaignId(),
        row.getCampaignId() == null ? null : campaignNames.get(row.getCampaignId()),
        row.getNotes(),
        row.getDueAt(),
        State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
        row.getOutcome(),
        row.getCreatedAt(),
        row.getClosedAt(),
        row.getClosedBy() == null ? null : names.get(row.getClosedBy()));
  }

  private static Caller seeingAll(Caller reader) {
    return new Caller(
        reader.kind(),
        reader.memberId(),
        reader.keyId(),
        reader.name(),
        reader.permissions(),
        Visible.everything(),
        reader.ip());
  }
}
