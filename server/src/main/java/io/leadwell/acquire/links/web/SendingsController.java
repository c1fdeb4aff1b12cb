package io.leadwell.acquire.links.web;

import io.leadwell.acquire.links.Links;
import io.leadwell.acquire.links.ReaderRow;
import io.leadwell.acquire.links.Readers;
import io.leadwell.acquire.links.Sending;
import io.leadwell.acquire.links.SendingLine;
import io.leadwell.acquire.links.SendingWay;
import io.leadwell.acquire.links.Sendings;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** Routes of links for a group of people, one each. */
@RestController
@RequestMapping("/api/v1/links/{id}/sendings")
class SendingsController {

  private static final int LARGEST_PAGE = 200;
  private static final List<String> COLUMNS =
      List.of("name", "company", "phone", "email", "address");

  /** Leads by their ids, or all of a filter of the list of leads. */
  record SendingBody(
      @Nullable String name,
      @Nullable String way,
      @Nullable List<UUID> ids,
      @Nullable Map<String, String> filter) {}

  /**
   * @param knownUntil until when a click names a reader; afterwards the links only lead on
   */
  record SendingView(
      UUID id,
      String kind,
      String name,
      String way,
      String createdBy,
      Instant createdAt,
      Instant knownUntil,
      long readers,
      long opened,
      long strangers,
      long passedOn,
      Map<String, Long> leftOut) {}

  private final Sendings sendings;
  private final Links links;
  private final LinkViews views;
  private final Texts texts;

  SendingsController(Sendings sendings, Links links, LinkViews views, Texts texts) {
    this.sendings = sendings;
    this.links = links;
    this.views = views;
    this.texts = texts;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_READ)
  List<SendingView> list(@PathVariable UUID id) {
    return sendings.of(id).stream().map(SendingsController::view).toList();
  }

  /** Gives everybody behind the leads a link of their own; the file with them is fetched apart. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  SendingView make(@PathVariable UUID id, @RequestBody SendingBody body, Caller caller) {
    return view(
        sendings.make(
            id,
            body.name() == null ? "" : body.name(),
            way(body.way()),
            sendings.chosen(body.ids(), body.filter()),
            caller));
  }

  /** Who they are, who opened it and when, who was left out and why. */
  @GetMapping("/{sending}/readers")
  @Allow(Permission.LEADS_READ)
  Page<ReaderRow> readers(
      @PathVariable UUID id,
      @PathVariable UUID sending,
      @RequestParam(required = false) @Nullable String which,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return sendings.readers(
        id, sending, which(which), cursor, Math.clamp(limit, 1, LARGEST_PAGE), caller);
  }

  /** The file for the tool that sends: a person a line, each with an address of their own. */
  @GetMapping("/{sending}/export")
  @Allow(Permission.LEADS_EXPORT)
  void export(
      @PathVariable UUID id,
      @PathVariable UUID sending,
      @RequestParam(required = false) @Nullable String which,
      @RequestParam(required = false) @Nullable String format,
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    Format chosen = Format.of(format);
    Readers whom = which(which);
    if (whom == Readers.LEFT_OUT) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, "which");
    }
    String address = views.address(links.find(id), request);
    Locale language = Languages.of(request);
    Sending sent = sendings.exported(id, sending, whom, caller);
    response.setContentType(chosen.mediaType());
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"personal-links." + chosen.extension() + "\"");
    try (TableFile file =
        TableFile.begin(
            response.getOutputStream(),
            chosen,
            texts.of(language, "links.sendings.sheet"),
            COLUMNS.stream()
                .map(column -> texts.of(language, "column.sendings." + column))
                .toList())) {
      sendings.each(
          sent,
          whom,
          address,
          caller,
          row -> file.row(row.name(), row.company(), row.phone(), row.email(), row.address()));
    }
  }

  private static SendingWay way(@Nullable String word) {
    try {
      return SendingWay.of(word == null ? "" : word);
    } catch (IllegalArgumentException e) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, "way");
    }
  }

  private static Readers which(@Nullable String word) {
    try {
      return word == null ? Readers.ALL : Readers.of(word);
    } catch (IllegalArgumentException e) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, "which");
    }
  }

  private static SendingView view(SendingLine line) {
    Sending sending = line.sending();
    return new SendingView(
        sending.id(),
        sending.kind().word(),
        sending.name(),
        sending.way().word(),
        sending.createdBy(),
        sending.createdAt(),
        sending.knownUntil(),
        line.readers(),
        line.opened(),
        line.strangers(),
        line.passedOn(),
        line.leftOut());
  }
}
