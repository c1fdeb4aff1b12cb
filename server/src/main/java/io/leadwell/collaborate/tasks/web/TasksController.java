package io.leadwell.collaborate.tasks.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.collaborate.tasks.Task;
import io.leadwell.collaborate.tasks.TaskFilter;
import io.leadwell.collaborate.tasks.Tasks;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes of tasks. */
@RestController
@RequestMapping("/api/v1/tasks")
class TasksController {

  private static final int LARGEST_PAGE = 200;

  private final Tasks tasks;

  TasksController(Tasks tasks) {
    this.tasks = tasks;
  }

  /** Those of the reader, or with {@code whose=scope} all that the reader's scope holds. */
  @GetMapping
  @Allow(Permission.LEADS_READ)
  Page<TaskView> list(
      @RequestParam(defaultValue = "mine") String whose,
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(required = false) @Nullable UUID member,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    TaskFilter filter = new TaskFilter(!whose.equals("scope"), !state.equals("closed"), member);
    return tasks.page(filter, cursor, Math.clamp(limit, 1, LARGEST_PAGE), caller).map(TaskView::of);
  }

  @GetMapping("/count")
  @Allow(Permission.LEADS_READ)
  Tasks.Waiting count(Caller caller) {
    return tasks.waiting(caller);
  }

  @PostMapping("/{id}/done")
  @Allow(Permission.LEADS_EDIT)
  TaskView done(@PathVariable UUID id, @RequestBody OutcomeBody body, Caller caller) {
    return TaskView.of(tasks.close(id, true, body.outcome(), caller));
  }

  @PostMapping("/{id}/cancel")
  @Allow(Permission.LEADS_EDIT)
  TaskView cancel(@PathVariable UUID id, @RequestBody OutcomeBody body, Caller caller) {
    return TaskView.of(tasks.close(id, false, body.outcome(), caller));
  }

  @PostMapping("/{id}/reopen")
  @Allow(Permission.LEADS_EDIT)
  TaskView reopen(@PathVariable UUID id, Caller caller) {
    return TaskView.of(tasks.reopen(id, caller));
  }

  @PostMapping("/{id}/give")
  @Allow(Permission.TASKS_ASSIGN)
  TaskView give(@PathVariable UUID id, @RequestBody GiveBody body, Caller caller) {
    return TaskView.of(tasks.give(id, body.member(), caller));
  }

  record OutcomeBody(@Nullable String outcome) {}

  record GiveBody(@Nullable UUID member) {}

  record TaskView(
      UUID id,
      String kind,
      UUID memberId,
      @Nullable String member,
      @Nullable UUID leadId,
      boolean leadVisible,
      String about,
      @Nullable String company,
      @Nullable String title,
      @Nullable String phone,
      @Nullable String email,
      @Nullable UUID campaignId,
      @Nullable String campaign,
      @Nullable String notes,
      Instant dueAt,
      String state,
      @Nullable String outcome,
      Instant createdAt,
      @Nullable Instant closedAt,
      @Nullable String closedBy) {

    static TaskView of(Task task) {
      return new TaskView(
          task.id(),
          task.kind(),
          task.memberId(),
          task.member(),
          task.leadId(),
          task.leadVisible(),
          task.about(),
          task.company(),
          task.title(),
          task.phone(),
          task.email(),
          task.campaignId(),
          task.campaign(),
          task.notes(),
          task.dueAt(),
          task.state().name().toLowerCase(Locale.ROOT),
          task.outcome(),
          task.createdAt(),
          task.closedAt(),
          task.closedBy());
    }
  }
}
