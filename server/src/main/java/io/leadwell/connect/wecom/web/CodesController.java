package io.leadwell.connect.wecom.web;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.connect.wecom.Code;
import io.leadwell.connect.wecom.CodeDraft;
import io.leadwell.connect.wecom.CodeFigures;
import io.leadwell.connect.wecom.CodeFilter;
import io.leadwell.connect.wecom.CodeKind;
import io.leadwell.connect.wecom.Codes;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Routes of channel codes, acquisition links, account codes and mini-program links. */
@RestController
@RequestMapping("/api/v1/wecom/codes")
class CodesController {

  private static final int LARGEST_PAGE = 200;
  private static final int WELCOMES = 20;
  private static final String NONE = "none";

  record CodeView(
      UUID id,
      UUID connectionId,
      String kind,
      String name,
      @Nullable UUID channelId,
      @Nullable UUID campaignId,
      String state,
      List<String> users,
      boolean skipVerify,
      WelcomeWords.@Nullable WelcomeView welcome,
      @Nullable String page,
      @Nullable String query,
      @Nullable String url,
      @Nullable String scheme,
      boolean hasPicture,
      @Nullable Instant expiresAt,
      String status,
      @Nullable String problem,
      Instant createdAt,
      CodeFigures figures) {}

  record SaidView(String state, Instant at, @Nullable Instant endedAt, @Nullable String problem) {}

  private final Codes codes;
  private final Channels channels;
  private final Sentences sentences;

  CodesController(Codes codes, Channels channels, Sentences sentences) {
    this.codes = codes;
    this.channels = channels;
    this.sentences = sentences;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_READ)
  Page<CodeView> page(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      HttpServletRequest request) {
    Page<Code> page =
        codes.page(
            new CodeFilter(
                word("kind", kind, CodeKind::of),
                word("status", status, Code.Status::of),
                word("channel", channel, this::withDescendants),
                q),
            cursor,
            Math.clamp(limit, 1, LARGEST_PAGE));
    Map<UUID, CodeFigures> figures = codes.figures(page.items().stream().map(Code::id).toList());
    return page.map(code -> view(code, figures.get(code.id()), request));
  }

  @GetMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_READ)
  CodeView get(@PathVariable UUID id, HttpServletRequest request) {
    return view(codes.get(id), request);
  }

  @PostMapping
  @Allow(Permission.CAMPAIGNS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  CodeView add(@RequestBody JsonNode body, Caller caller, HttpServletRequest request) {
    Body said = new Body(body);
    return view(
        codes.add(
            draft(said, said.neededId("connectionId"), said.word("kind", CodeKind::of)), caller),
        request);
  }

  @PutMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_EDIT)
  CodeView change(
      @PathVariable UUID id,
      @RequestBody JsonNode body,
      Caller caller,
      HttpServletRequest request) {
    Code before = codes.get(id);
    return view(
        codes.change(id, draft(new Body(body), before.connectionId(), before.kind()), caller),
        request);
  }

  @PostMapping("/{id}/retry")
  @Allow(Permission.CAMPAIGNS_EDIT)
  CodeView retry(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
    return view(codes.retry(id, caller), request);
  }

  @PostMapping("/{id}/end")
  @Allow(Permission.CAMPAIGNS_EDIT)
  CodeView end(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
    return view(codes.end(id, caller), request);
  }

  @GetMapping("/{id}/welcomes")
  @Allow(Permission.CAMPAIGNS_READ)
  List<SaidView> welcomes(@PathVariable UUID id, HttpServletRequest request) {
    return codes.welcomes(id, WELCOMES).stream()
        .map(one ->
            new SaidView(
                one.state(), one.at(), one.endedAt(), sentences.of(one.problem(), request)))
        .toList();
  }

  @GetMapping("/{id}/picture")
  @Allow(Permission.CAMPAIGNS_READ)
  ResponseEntity<byte[]> picture(
      @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean download) {
    Codes.Picture picture = codes.picture(id);
    MediaType type = MediaType.parseMediaType(picture.type());
    var answer =
        ResponseEntity.ok()
            .contentType(type)
            .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600");
    if (download) {
      String name = codes.get(id).name() + "." + type.getSubtype();
      answer.header(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment()
              .filename(name, StandardCharsets.UTF_8)
              .build()
              .toString());
    }
    return answer.body(picture.content());
  }

  /** A link into a mini-program for everybody, or with the identity of one. */
  @PostMapping("/{id}/mini-link")
  @Allow(Permission.CAMPAIGNS_EDIT)
  Codes.MiniLink mini(@PathVariable UUID id, @RequestBody JsonNode body) {
    Body said = new Body(body);
    return codes.mini(id, said.text("identity"), said.flag("web", false));
  }

  private static CodeDraft draft(Body body, UUID connectionId, CodeKind kind) {
    Body welcome = body.body("welcome");
    return new CodeDraft(
        connectionId,
        kind,
        body.textOrEmpty("name"),
        body.id("channelId"),
        body.id("campaignId"),
        body.texts("users"),
        body.flag("skipVerify", false),
        welcome == null ? null : WelcomeWords.read(welcome),
        body.text("page"),
        body.text("query"));
  }

  private CodeView view(Code code, HttpServletRequest request) {
    return view(code, codes.figures(List.of(code.id())).get(code.id()), request);
  }

  private CodeView view(Code code, @Nullable CodeFigures figures, HttpServletRequest request) {
    String scheme =
        code.kind() == CodeKind.MINI && code.status() != Code.Status.ENDED
            ? codes.mini(code.id(), null, false).scheme()
            : null;
    return new CodeView(
        code.id(),
        code.connectionId(),
        code.kind().word(),
        code.name(),
        code.channelId(),
        code.campaignId(),
        code.state(),
        code.users(),
        code.skipVerify(),
        code.welcome() == null ? null : WelcomeWords.view(code.welcome()),
        code.page(),
        code.query(),
        code.kind() == CodeKind.WAY ? null : code.url(),
        scheme,
        code.hasPicture(),
        code.expiresAt(),
        code.status().word(),
        sentences.of(code.problem(), request),
        code.createdAt(),
        figures == null ? new CodeFigures(null, 0, 0, 0, 0, 0, 0) : figures);
  }

  /** A channel stands for itself and everything under it. */
  private Set<UUID> withDescendants(String channel) {
    if (channel.equals(NONE)) {
      return Set.of();
    }
    UUID id = UUID.fromString(channel);
    Set<UUID> found = channels.withDescendants(id);
    return found.isEmpty() ? Set.of(id) : found;
  }

  private static <T> @Nullable T word(
      String name, @Nullable String parameter, Function<String, T> spelling) {
    try {
      return parameter == null || parameter.isBlank() ? null : spelling.apply(parameter);
    } catch (IllegalArgumentException e) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, name);
    }
  }
}
