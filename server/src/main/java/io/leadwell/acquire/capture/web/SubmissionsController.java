package io.leadwell.acquire.capture.web;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.capture.Submission;
import io.leadwell.acquire.capture.SubmissionDetail;
import io.leadwell.acquire.capture.SubmissionFilter;
import io.leadwell.acquire.capture.SubmissionRow;
import io.leadwell.acquire.capture.Submissions;
import io.leadwell.acquire.capture.Way;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of what was left in forms. */
@RestController
@RequestMapping("/api/v1/submissions")
class SubmissionsController {

  private static final int LARGEST_PAGE = 200;

  /** Reads a filter from the parameters of a request, or refuses the odd one. */
  @Component
  static class Query {

    private static final Set<String> STATUSES = Set.of("taken", "held", "discarded");

    private final Channels channels;

    Query(Channels channels) {
      this.channels = channels;
    }

    SubmissionFilter filter(Map<String, String> asked) {
      String form = word(asked, "form");
      String status = word(asked, "status");
      if (status != null && !STATUSES.contains(status)) {
        throw odd("status");
      }
      String way = word(asked, "way");
      try {
        return new SubmissionFilter(
            form == null || form.equals("none") ? null : UUID.fromString(form),
            "none".equals(form),
            word(asked, "q"),
            status,
            way == null ? null : Way.of(way),
            channels(word(asked, "channel")),
            day(asked, "from"),
            day(asked, "to"));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw odd("form");
      }
    }

    private @Nullable Set<UUID> channels(@Nullable String asked) {
      if (asked == null) {
        return null;
      }
      if (asked.equals("none")) {
        return Set.of();
      }
      UUID id = UUID.fromString(asked);
      Set<UUID> found = channels.withDescendants(id);
      return found.isEmpty() ? Set.of(id) : found;
    }

    private static @Nullable LocalDate day(Map<String, String> asked, String name) {
      String day = word(asked, name);
      return day == null ? null : LocalDate.parse(day);
    }

    private static @Nullable String word(Map<String, String> asked, String name) {
      String value = asked.get(name);
      return value == null || value.isBlank() ? null : value;
    }

    private static Problem odd(String name) {
      return new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, name);
    }
  }

  private final Submissions submissions;
  private final Query query;

  SubmissionsController(Submissions submissions, Query query) {
    this.submissions = submissions;
    this.query = query;
  }

  @GetMapping
  @Allow(Permission.LEADS_READ)
  Page<SubmissionRow> list(
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return submissions.page(
        query.filter(asked), asked.get("cursor"), Math.clamp(limit, 1, LARGEST_PAGE), caller);
  }

  @GetMapping("/{id}")
  @Allow(Permission.LEADS_READ)
  SubmissionDetail one(@PathVariable UUID id, HttpServletRequest request, Caller caller) {
    return submissions.get(id, Languages.of(request), caller);
  }

  /** A held one becomes a lead after all. */
  @PostMapping("/{id}/release")
  @Allow(Permission.CAMPAIGNS_EDIT)
  SubmissionDetail release(@PathVariable UUID id, HttpServletRequest request, Caller caller) {
    return submissions.release(id, Languages.of(request), caller);
  }

  /** A held one is no lead: {@link Submission#status()} says discarded. */
  @PostMapping("/{id}/discard")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.CAMPAIGNS_EDIT)
  void discard(@PathVariable UUID id, Caller caller) {
    submissions.discard(id, caller);
  }
}
