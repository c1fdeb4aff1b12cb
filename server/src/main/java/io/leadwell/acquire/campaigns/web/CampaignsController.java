package io.leadwell.acquire.campaigns.web;

import io.leadwell.acquire.campaigns.Campaign;
import io.leadwell.acquire.campaigns.CampaignDraft;
import io.leadwell.acquire.campaigns.CampaignFilter;
import io.leadwell.acquire.campaigns.CampaignKind;
import io.leadwell.acquire.campaigns.CampaignLine;
import io.leadwell.acquire.campaigns.CampaignStatus;
import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Routes of campaigns. What they brought is a report: {@code /reports/channels?by=campaign}. */
@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignsController {

  record CampaignView(
      UUID id,
      String name,
      String kind,
      @Nullable UUID channelId,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @Nullable Long budgetFen,
      String status,
      @Nullable UUID ownerId,
      @Nullable String note,
      @Nullable String code,
      long spendFen) {

    static CampaignView of(CampaignLine line) {
      Campaign c = line.campaign();
      return new CampaignView(
          c.id(),
          c.name(),
          c.kind().word(),
          c.channelId(),
          c.startsOn(),
          c.endsOn(),
          c.budgetFen(),
          c.status().word(),
          c.ownerId(),
          c.note(),
          c.code(),
          line.spendFen());
    }
  }

  private static final CampaignDraft BLANK =
      new CampaignDraft(
          "", CampaignKind.DIGITAL, null, null, null, null, CampaignStatus.RUNNING, null, null);

  private final Campaigns campaigns;
  private final Channels channels;

  CampaignsController(Campaigns campaigns, Channels channels) {
    this.campaigns = campaigns;
    this.channels = channels;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_READ)
  Page<CampaignView> list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    CampaignFilter filter =
        new CampaignFilter(q, Choices.channels(channel, channels), status(status), from, to);
    return campaigns.list(filter, cursor, Choices.limit(limit)).map(CampaignView::of);
  }

  @GetMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_READ)
  CampaignView one(@PathVariable UUID id) {
    return CampaignView.of(campaigns.line(id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  CampaignView add(@RequestBody JsonNode body, Caller caller) {
    return CampaignView.of(
        new CampaignLine(campaigns.add(draft(new Patch(body), BLANK), caller), 0));
  }

  @PatchMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_EDIT)
  CampaignView change(@PathVariable UUID id, @RequestBody JsonNode body, Caller caller) {
    Patch patch = new Patch(body);
    Campaign changed = campaigns.change(id, before -> draft(patch, before), caller);
    return CampaignView.of(campaigns.line(changed.id()));
  }

  private static @Nullable CampaignStatus status(@Nullable String word) {
    if (word == null || word.isBlank()) {
      return null;
    }
    try {
      return CampaignStatus.of(word);
    } catch (IllegalArgumentException e) {
      throw Patch.wrong("status");
    }
  }

  private static CampaignDraft draft(Patch patch, CampaignDraft before) {
    return new CampaignDraft(
        patch.required("name", before.name()),
        patch.word("kind", before.kind(), CampaignKind::of),
        patch.id("channelId", before.channelId()),
        patch.day("startsOn", before.startsOn()),
        patch.day("endsOn", before.endsOn()),
        patch.number("budgetFen", before.budgetFen()),
        patch.word("status", before.status(), CampaignStatus::of),
        patch.id("ownerId", before.ownerId()),
        patch.text("note", before.note()),
        patch.text("code", before.code()));
  }
}
