package io.leadwell.acquire.events.web;

import io.leadwell.acquire.events.EventsProblem;
import io.leadwell.acquire.events.MeetingReports;
import io.leadwell.acquire.events.Unmatched;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Routes of reports that say who was there. */
@RestController
@RequestMapping("/api/v1/events/{id}")
class AttendanceController {

  record Received(UUID importId) {}

  record AssignBody(@Nullable UUID attendeeId) {}

  record Assigned(int lines) {}

  private final MeetingReports reports;
  private final Unmatched unmatched;

  AttendanceController(MeetingReports reports, Unmatched unmatched) {
    this.reports = reports;
    this.unmatched = unmatched;
  }

  /** A report of Tencent Meeting as JSON; it goes on as an import. */
  @PostMapping("/report")
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.IMPORTS_RUN)
  Received report(@PathVariable UUID id, @RequestParam MultipartFile file, Caller caller)
      throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "report.json");
    try (InputStream content = file.getInputStream()) {
      return new Received(reports.receive(id, name, content, caller).id());
    }
  }

  @GetMapping("/unmatched")
  @Allow(Permission.LEADS_READ)
  List<Unmatched.Line> unmatched(@PathVariable UUID id, Caller caller) {
    return unmatched.list(id, caller);
  }

  /** Says whose line it is, and every other under the same name. */
  @PostMapping("/unmatched/{line}/assign")
  @Allow(Permission.CAMPAIGNS_EDIT)
  Assigned assign(
      @PathVariable UUID id, @PathVariable UUID line, @RequestBody AssignBody body, Caller caller) {
    UUID attendee = body.attendeeId();
    if (attendee == null) {
      throw new Problem(EventsProblem.ATTENDEE_NOT_FOUND);
    }
    return new Assigned(unmatched.assign(id, line, attendee, caller));
  }
}
