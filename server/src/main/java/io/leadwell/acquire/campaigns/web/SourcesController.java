package io.leadwell.acquire.campaigns.web;

import io.leadwell.acquire.campaigns.Landing;
import io.leadwell.acquire.campaigns.LandingField;
import io.leadwell.acquire.campaigns.Origin;
import io.leadwell.acquire.campaigns.SourceKind;
import io.leadwell.acquire.campaigns.SourceRule;
import io.leadwell.acquire.campaigns.SourceRuleDraft;
import io.leadwell.acquire.campaigns.Sources;
import io.leadwell.acquire.campaigns.UnrecognisedSource;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.time.Instant;
import java.util.Arrays;
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
import tools.jackson.databind.JsonNode;

/** Routes of the rules by which landings are known. */
@RestController
@RequestMapping("/api/v1/sources")
class SourcesController {

  record RuleView(UUID id, String kind, String pattern, String medium, @Nullable UUID channelId) {

    static RuleView of(SourceRule rule) {
      return new RuleView(
          rule.id(), rule.kind().word(), rule.pattern(), rule.medium(), rule.channelId());
    }
  }

  record UnrecognisedView(
      String kind,
      String value,
      String medium,
      long landings,
      Instant firstSeen,
      Instant lastSeen,
      String sampleUrl,
      @Nullable String sampleReferrer) {

    static UnrecognisedView of(UnrecognisedSource source) {
      return new UnrecognisedView(
          source.kind().word(),
          source.value(),
          source.medium(),
          source.landings(),
          source.firstSeen(),
          source.lastSeen(),
          source.sampleUrl(),
          source.sampleReferrer());
    }
  }

  /**
   * What a parameter may mean.
   *
   * @param names known to everybody
   * @param own those added here
   */
  record MeaningView(String meaning, List<String> names, List<String> own) {}

  record TryView(
      @Nullable UUID channelId,
      @Nullable UUID campaignId,
      @Nullable String plan,
      @Nullable String unit,
      @Nullable String keyword,
      Map<String, String> utm,
      @Nullable String clickIdKind,
      @Nullable String clickId,
      @Nullable String referrerHost,
      boolean direct) {

    static TryView of(Origin origin) {
      return new TryView(
          origin.channelId(),
          origin.campaignId(),
          origin.plan(),
          origin.unit(),
          origin.keyword(),
          origin.utm(),
          origin.clickId() == null ? null : origin.clickId().kind(),
          origin.clickId() == null ? null : origin.clickId().value(),
          origin.referrerHost(),
          origin.direct());
    }
  }

  private final Sources sources;

  SourcesController(Sources sources) {
    this.sources = sources;
  }

  @GetMapping("/rules")
  @Allow(Permission.CAMPAIGNS_READ)
  List<RuleView> rules() {
    return sources.rules().stream().map(RuleView::of).toList();
  }

  @PostMapping("/rules")
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  RuleView add(@RequestBody JsonNode body, Caller caller) {
    Patch patch = new Patch(body);
    SourceRuleDraft draft =
        new SourceRuleDraft(
            patch.word("kind", SourceKind.UTM, SourceKind::of),
            orEmpty(patch.text("pattern", null)),
            orEmpty(patch.text("medium", null)));
    return RuleView.of(sources.add(draft, patch.id("channelId", null), caller));
  }

  @DeleteMapping("/rules/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.CAMPAIGNS_EDIT)
  void remove(@PathVariable UUID id, Caller caller) {
    sources.remove(id, caller);
  }

  @GetMapping("/unrecognised")
  @Allow(Permission.CAMPAIGNS_READ)
  List<UnrecognisedView> unrecognised() {
    return sources.unrecognised().stream().map(UnrecognisedView::of).toList();
  }

  @GetMapping("/parameters")
  @Allow(Permission.CAMPAIGNS_READ)
  List<MeaningView> parameters() {
    Map<String, LandingField> own = sources.parameters();
    return Arrays.stream(LandingField.values())
        .map(field ->
            new MeaningView(
                field.word(),
                field.names(),
                own.keySet().stream().filter(name -> own.get(name) == field).toList()))
        .toList();
  }

  @PutMapping("/parameters")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.CAMPAIGNS_EDIT)
  void putParameter(@RequestBody JsonNode body, Caller caller) {
    Patch patch = new Patch(body);
    if (!body.has("meaning")) {
      throw Patch.wrong("meaning");
    }
    sources.putParameter(
        orEmpty(patch.text("name", null)),
        patch.word("meaning", LandingField.KEYWORD, LandingField::of),
        caller);
  }

  @DeleteMapping("/parameters/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.CAMPAIGNS_EDIT)
  void removeParameter(@PathVariable String name, Caller caller) {
    sources.removeParameter(name, caller);
  }

  /** What an address would mean, without counting it. */
  @PostMapping("/try")
  @Allow(Permission.CAMPAIGNS_READ)
  TryView tryOut(@RequestBody JsonNode body) {
    Patch patch = new Patch(body);
    return TryView.of(
        sources.tryOut(
            new Landing(orEmpty(patch.text("url", null)), patch.text("referrer", null))));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
