package io.leadwell.acquire.capture.web;

import io.leadwell.acquire.capture.Form;
import io.leadwell.acquire.capture.FormDesign;
import io.leadwell.acquire.capture.FormFigures;
import io.leadwell.acquire.capture.FormFigures.Figures;
import io.leadwell.acquire.capture.FormVersion;
import io.leadwell.acquire.capture.Forms;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of the builder. */
@RestController
@RequestMapping("/api/v1/forms")
class FormsController {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int LARGEST_PAGE = 200;
  private static final int DAYS = 30;

  /** A form in a list, with its figures of the last 30 days. */
  record LineView(
      UUID id,
      String name,
      String slug,
      String status,
      @Nullable Integer live,
      @Nullable UUID channelId,
      @Nullable UUID campaignId,
      Instant changedAt,
      Figures figures) {}

  /**
   * A form as the builder shows it.
   *
   * @param pending the draft says something that the published version does not
   * @param flaws what keeps the draft from being published
   */
  record FormDetail(
      UUID id,
      String name,
      String slug,
      String status,
      int revision,
      @Nullable Integer live,
      boolean pending,
      FormDesign draft,
      List<Flaw> flaws,
      Instant createdAt,
      Instant changedAt) {}

  record Flaw(String place, String message) {}

  record VersionView(
      int number,
      FormDesign design,
      @Nullable Integer consent,
      String publishedBy,
      Instant publishedAt) {}

  record NewForm(@Nullable String name, @Nullable String preset, @Nullable UUID copyOf) {}

  record Save(
      int revision, @Nullable String name, @Nullable String slug, @Nullable FormDesign draft) {}

  record Publish(int revision) {}

  record Closing(boolean closed) {}

  private final Forms forms;
  private final FormFigures figures;
  private final Texts texts;
  private final Clock clock;

  FormsController(Forms forms, FormFigures figures, Texts texts, Clock clock) {
    this.forms = forms;
    this.figures = figures;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_READ)
  Page<LineView> list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    Page<Form> page = forms.list(q, status, cursor, Math.clamp(limit, 1, LARGEST_PAGE));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    Map<UUID, Figures> counted =
        figures.of(page.items().stream().map(Form::id).toList(), today.minusDays(DAYS - 1), today);
    return page.map(form ->
        new LineView(
            form.id(),
            form.name(),
            form.slug(),
            form.status(),
            form.live(),
            form.draft().assigned().channelId(),
            form.draft().assigned().campaignId(),
            form.changedAt(),
            counted.getOrDefault(form.id(), Figures.NONE)));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  FormDetail add(@RequestBody NewForm wanted, HttpServletRequest request, Caller caller) {
    String name = Objects.requireNonNullElse(wanted.name(), "");
    Form made =
        wanted.copyOf() == null
            ? forms.add(name, wanted.preset(), caller)
            : forms.copy(wanted.copyOf(), name, caller);
    return detail(made, request);
  }

  @GetMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_READ)
  FormDetail one(@PathVariable UUID id, HttpServletRequest request) {
    return detail(forms.get(id), request);
  }

  @PutMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_EDIT)
  FormDetail save(
      @PathVariable UUID id, @RequestBody Save save, HttpServletRequest request, Caller caller) {
    FormDesign draft =
        save.draft() == null
            ? new FormDesign(null, null, null, null, null, null, null, null)
            : save.draft();
    return detail(
        forms.save(
            id,
            save.revision(),
            Objects.requireNonNullElse(save.name(), ""),
            Objects.requireNonNullElse(save.slug(), ""),
            draft,
            caller),
        request);
  }

  @PostMapping("/{id}/publish")
  @Allow(Permission.CAMPAIGNS_EDIT)
  FormDetail publish(
      @PathVariable UUID id,
      @RequestBody Publish publish,
      HttpServletRequest request,
      Caller caller) {
    return detail(forms.publish(id, publish.revision(), caller), request);
  }

  @PostMapping("/{id}/close")
  @Allow(Permission.CAMPAIGNS_EDIT)
  FormDetail close(
      @PathVariable UUID id,
      @RequestBody Closing closing,
      HttpServletRequest request,
      Caller caller) {
    return detail(forms.close(id, closing.closed(), caller), request);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.CAMPAIGNS_EDIT)
  void delete(@PathVariable UUID id, Caller caller) {
    forms.delete(id, caller);
  }

  @GetMapping("/{id}/versions")
  @Allow(Permission.CAMPAIGNS_READ)
  List<VersionView> versions(@PathVariable UUID id) {
    return forms.versions(id).stream()
        .map(version ->
            new VersionView(
                version.number(),
                version.design(),
                version.consent(),
                version.publishedBy(),
                version.publishedAt()))
        .toList();
  }

  /** Conversion by day, channel and place; the last 30 days unless told otherwise. */
  @GetMapping("/{id}/figures")
  @Allow(Permission.CAMPAIGNS_READ)
  FormFigures.Report figures(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    forms.get(id);
    LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZONE) : to;
    return figures.report(id, from == null ? last.minusDays(DAYS - 1) : from, last);
  }

  private FormDetail detail(Form form, HttpServletRequest request) {
    Locale language = Languages.of(request);
    Integer live = form.live();
    boolean pending =
        live == null
            || forms.versions(form.id()).stream()
                .filter(version -> version.number() == live)
                .map(FormVersion::design)
                .noneMatch(form.draft()::equals);
    return new FormDetail(
        form.id(),
        form.name(),
        form.slug(),
        form.status(),
        form.revision(),
        live,
        pending,
        form.draft(),
        forms.flaws(form.draft()).stream().map(flaw -> flaw(flaw, language)).toList(),
        form.createdAt(),
        form.changedAt());
  }

  private Flaw flaw(Problem.Field flaw, Locale language) {
    return new Flaw(flaw.field(), texts.of(language, flaw.code(), flaw.arguments().toArray()));
  }
}
