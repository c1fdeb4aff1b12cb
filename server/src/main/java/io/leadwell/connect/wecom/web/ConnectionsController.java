package io.leadwell.connect.wecom.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.connect.wecom.Callbacks.Refusals;
import io.leadwell.connect.wecom.Checkup;
import io.leadwell.connect.wecom.Colleague;
import io.leadwell.connect.wecom.Colleagues;
import io.leadwell.connect.wecom.Connection;
import io.leadwell.connect.wecom.ConnectionDraft;
import io.leadwell.connect.wecom.ConnectionKind;
import io.leadwell.connect.wecom.Connections;
import io.leadwell.connect.wecom.Interaction;
import io.leadwell.connect.wecom.Reception;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

/** Routes of the connections to Tencent. No secret ever leaves by one. */
@RestController
@RequestMapping("/api/v1/wecom/connections")
class ConnectionsController {

  record StepView(String name, String outcome, String message) {}

  record CheckupView(Instant at, List<StepView> steps) {}

  record RefusalView(String reason, long count, Instant last) {}

  record ReceptionView(
      @Nullable Instant lastReceivedAt,
      int waiting,
      int failed,
      int unknown,
      int done,
      @Nullable String problem,
      boolean comparing,
      @Nullable Instant comparedAt,
      List<RefusalView> refusals) {}

  record OptionView(UUID id, String kind, String name, String appId) {}

  record ConnectionView(
      UUID id,
      String kind,
      String name,
      String appId,
      @Nullable String agentId,
      boolean hasSecret,
      boolean hasToken,
      boolean hasAesKey,
      @Nullable UUID channelId,
      Instant since,
      List<String> interactions,
      boolean active,
      @Nullable String callbackPath,
      @Nullable Instant greetedAt,
      @Nullable CheckupView checked,
      ReceptionView reception) {}

  private final Connections connections;
  private final Reception reception;
  private final Colleagues colleagues;
  private final Sentences sentences;

  ConnectionsController(
      Connections connections, Reception reception, Colleagues colleagues, Sentences sentences) {
    this.connections = connections;
    this.reception = reception;
    this.colleagues = colleagues;
    this.sentences = sentences;
  }

  @GetMapping
  @Allow(Permission.SETTINGS_READ)
  List<ConnectionView> all(HttpServletRequest request) {
    return connections.all().stream().map(one -> view(one, request)).toList();
  }

  /** Those in use, for whoever makes codes. */
  @GetMapping("/options")
  @Allow(Permission.CAMPAIGNS_READ)
  List<OptionView> options() {
    return connections.all().stream()
        .filter(Connection::active)
        .map(one -> new OptionView(one.id(), one.kind().word(), one.name(), one.appId()))
        .toList();
  }

  @PostMapping
  @Allow(Permission.SETTINGS_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  ConnectionView add(@RequestBody JsonNode body, Caller caller, HttpServletRequest request) {
    return view(connections.add(draft(new Body(body)), caller), request);
  }

  @PutMapping("/{id}")
  @Allow(Permission.SETTINGS_EDIT)
  ConnectionView change(
      @PathVariable UUID id,
      @RequestBody JsonNode body,
      Caller caller,
      HttpServletRequest request) {
    return view(connections.change(id, draft(new Body(body)), caller), request);
  }

  @DeleteMapping("/{id}")
  @Allow(Permission.SETTINGS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, Caller caller) {
    connections.remove(id, caller);
  }

  @PostMapping("/{id}/check")
  @Allow(Permission.SETTINGS_EDIT)
  CheckupView check(@PathVariable UUID id, HttpServletRequest request) {
    return view(connections.check(id), request);
  }

  @PostMapping("/{id}/retry")
  @Allow(Permission.SETTINGS_EDIT)
  Map<String, Integer> retry(@PathVariable UUID id, Caller caller) {
    return Map.of("again", reception.retry(id, caller));
  }

  @PostMapping("/{id}/catch-up")
  @Allow(Permission.SETTINGS_EDIT)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void catchUp(@PathVariable UUID id, Caller caller) {
    reception.catchUp(id, caller);
  }

  @GetMapping("/{id}/colleagues")
  @Allow(Permission.CAMPAIGNS_READ)
  List<Colleague> colleagues(@PathVariable UUID id) {
    return colleagues.of(connections.get(id).id());
  }

  @PostMapping("/{id}/colleagues/refresh")
  @Allow(Permission.SETTINGS_EDIT)
  List<Colleague> refresh(@PathVariable UUID id, Caller caller) {
    return colleagues.refresh(id, caller);
  }

  @PostMapping("/{id}/colleagues/by-phone")
  @Allow(Permission.SETTINGS_EDIT)
  Colleague matchByPhone(@PathVariable UUID id, @RequestBody JsonNode body, Caller caller) {
    Body said = new Body(body);
    return colleagues.matchByPhone(
        id, said.textOrEmpty("mobile"), said.neededId("memberId"), caller);
  }

  @PutMapping("/{id}/colleagues/{colleague}")
  @Allow(Permission.SETTINGS_EDIT)
  Colleague match(
      @PathVariable UUID id,
      @PathVariable UUID colleague,
      @RequestBody JsonNode body,
      Caller caller) {
    return colleagues.match(colleague, new Body(body).id("memberId"), caller);
  }

  private static ConnectionDraft draft(Body body) {
    Set<Interaction> interactions = EnumSet.noneOf(Interaction.class);
    interactions.addAll(body.words("interactions", Interaction::of));
    return new ConnectionDraft(
        body.word("kind", ConnectionKind::of),
        body.textOrEmpty("name"),
        body.textOrEmpty("appId"),
        body.text("agentId"),
        body.text("secret"),
        body.text("token"),
        body.text("aesKey"),
        body.id("channelId"),
        body.instant("since"),
        interactions,
        body.flag("active", true));
  }

  private ConnectionView view(Connection one, HttpServletRequest request) {
    return new ConnectionView(
        one.id(),
        one.kind().word(),
        one.name(),
        one.appId(),
        one.agentId(),
        one.hasSecret(),
        one.hasToken(),
        one.hasAesKey(),
        one.channelId(),
        one.since(),
        one.interactions().stream().map(Interaction::word).toList(),
        one.active(),
        one.kind() == ConnectionKind.MINI ? null : "/api/callbacks/wecom/" + one.id(),
        one.greetedAt(),
        one.checked() == null ? null : view(one.checked(), request),
        view(reception.of(one.id()), request));
  }

  private CheckupView view(Checkup checkup, HttpServletRequest request) {
    return new CheckupView(
        checkup.at(),
        checkup.steps().stream()
            .map(step ->
                new StepView(
                    step.name(),
                    step.outcome().word(),
                    sentences.of(step.code(), step.arguments(), request)))
            .toList());
  }

  private ReceptionView view(Reception.State state, HttpServletRequest request) {
    List<RefusalView> refusals =
        new TreeMap<>(state.refusals())
            .entrySet().stream()
                .map(entry -> view(entry.getKey().name(), entry.getValue()))
                .toList();
    return new ReceptionView(
        state.lastReceivedAt(),
        state.waiting(),
        state.failed(),
        state.unknown(),
        state.done(),
        sentences.of(state.problem(), request),
        state.comparing(),
        state.comparedAt(),
        refusals);
  }

  private static RefusalView view(String reason, Refusals refusals) {
    return new RefusalView(reason.toLowerCase(Locale.ROOT), refusals.count(), refusals.last());
  }
}
