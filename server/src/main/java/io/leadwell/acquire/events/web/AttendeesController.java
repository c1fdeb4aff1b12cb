package io.leadwell.acquire.events.web;

import io.leadwell.acquire.events.AttendeeFigure;
import io.leadwell.acquire.events.AttendeeFilter;
import io.leadwell.acquire.events.AttendeeRow;
import io.leadwell.acquire.events.AttendeeStatus;
import io.leadwell.acquire.events.AttendeeWay;
import io.leadwell.acquire.events.Attendees;
import io.leadwell.acquire.events.Letter;
import io.leadwell.acquire.events.MailOutcome;
import io.leadwell.acquire.events.NewAttendee;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.TableFile;
import io.leadwell.base.platform.TableFile.Format;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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

/** Routes of the people on the list of an event. */
@RestController
@RequestMapping("/api/v1/events/{id}/attendees")
class AttendeesController {

  private static final int LARGEST_PAGE = 200;
  private static final List<String> COLUMNS =
      List.of(
          "name",
          "company",
          "title",
          "phone",
          "email",
          "status",
          "way",
          "registered",
          "attended",
          "checkedIn",
          "minutes",
          "replayMinutes",
          "mail",
          "mailClicked",
          "lead");

  record DecisionBody(@Nullable List<UUID> ids, @Nullable String decision) {}

  private final Attendees attendees;
  private final Texts texts;

  AttendeesController(Attendees attendees, Texts texts) {
    this.attendees = attendees;
    this.texts = texts;
  }

  @GetMapping
  @Allow(Permission.LEADS_READ)
  Page<AttendeeRow> list(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String way,
      @RequestParam(required = false) @Nullable Boolean attended,
      @RequestParam(required = false) @Nullable UUID session,
      @RequestParam(required = false) @Nullable Boolean mailless,
      @RequestParam(required = false) @Nullable String counted,
      @RequestParam(required = false) @Nullable String letter,
      @RequestParam(required = false) @Nullable String mailed,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return attendees.page(
        id,
        filter(q, status, way, attended, session, mailless, counted, letter, mailed),
        cursor,
        Math.clamp(limit, 1, LARGEST_PAGE),
        caller);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  AttendeeRow add(@PathVariable UUID id, @RequestBody NewAttendee said, Caller caller) {
    return attendees.find(id, attendees.add(id, said, caller), caller);
  }

  /** Approves, declines or cancels several at once. */
  @PostMapping("/decide")
  @Allow(Permission.CAMPAIGNS_EDIT)
  Attendees.Decided decide(@PathVariable UUID id, @RequestBody DecisionBody body, Caller caller) {
    Attendees.Decision decision = Words.word("decision", body.decision(), Attendees.Decision::of);
    return attendees.decide(
        id,
        body.ids() == null ? List.of() : body.ids(),
        decision == null ? Attendees.Decision.APPROVE : decision,
        caller);
  }

  @GetMapping("/export")
  @Allow(Permission.LEADS_EXPORT)
  void export(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String way,
      @RequestParam(required = false) @Nullable Boolean attended,
      @RequestParam(required = false) @Nullable UUID session,
      @RequestParam(required = false) @Nullable Boolean mailless,
      @RequestParam(required = false) @Nullable String counted,
      @RequestParam(required = false) @Nullable String letter,
      @RequestParam(required = false) @Nullable String mailed,
      @RequestParam(required = false) @Nullable String format,
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    Format chosen = Format.of(format);
    List<AttendeeRow> rows =
        attendees.export(
            id,
            filter(q, status, way, attended, session, mailless, counted, letter, mailed),
            caller);
    Locale language = Languages.of(request);
    response.setContentType(chosen.mediaType());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"attendees." + chosen.extension() + "\"");
    try (TableFile file =
        TableFile.begin(
            response.getOutputStream(),
            chosen,
            texts.of(language, "events.sheet"),
            COLUMNS.stream().map(word -> texts.of(language, "events.column." + word)).toList())) {
      rows.forEach(row -> file.row(cells(row, language)));
    }
  }

  private @Nullable Object[] cells(AttendeeRow row, Locale language) {
    return new @Nullable Object[] {
      row.name(),
      row.company(),
      row.title(),
      row.phone(),
      row.email(),
      texts.of(language, "events.status." + row.status().word()),
      texts.of(language, "events.way." + row.way().word()),
      row.registeredAt().toString(),
      texts.of(language, row.attended() ? "events.yes" : "events.no"),
      row.checkedInAt() == null ? null : row.checkedInAt().toString(),
      minutes(row.seconds()),
      minutes(row.replaySeconds()),
      row.mail() == null
          ? texts.of(language, row.reachable() ? "events.mailNone" : "events.mailUnreachable")
          : texts.of(language, "events.mailState." + row.mail()),
      row.mailClickedAt() == null ? null : row.mailClickedAt().toString(),
      row.leadId() == null ? null : row.leadId().toString()
    };
  }

  private static @Nullable Integer minutes(@Nullable Integer seconds) {
    return seconds == null ? null : Math.round(seconds / 60f);
  }

  private static AttendeeFilter filter(
      @Nullable String q,
      @Nullable String status,
      @Nullable String way,
      @Nullable Boolean attended,
      @Nullable UUID session,
      @Nullable Boolean mailless,
      @Nullable String counted,
      @Nullable String letter,
      @Nullable String mailed) {
    return new AttendeeFilter(
        q,
        Words.word("status", status, AttendeeStatus::of),
        Words.word("way", way, AttendeeWay::of),
        attended,
        session,
        mailless,
        Words.word("counted", counted, AttendeeFigure::of),
        Words.word("letter", letter, Letter::of),
        Words.word("mailed", mailed, MailOutcome::of));
  }
}
