package io.leadwell.acquire.campaigns.web;

import io.leadwell.acquire.campaigns.CampaignsProblem;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Spend;
import io.leadwell.acquire.campaigns.SpendDraft;
import io.leadwell.acquire.campaigns.SpendFilter;
import io.leadwell.acquire.campaigns.SpendPage;
import io.leadwell.acquire.campaigns.Spending;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Routes of spend. */
@RestController
@RequestMapping("/api/v1/spend")
class SpendController {

  record SpendList(
      List<Spend> items, @Nullable String next, long total, boolean totalCapped, long sumFen) {

    static SpendList of(SpendPage found) {
      return new SpendList(
          found.page().items(),
          found.page().next(),
          found.page().total(),
          found.page().totalCapped(),
          found.sumFen());
    }
  }

  private final Spending spending;
  private final Channels channels;

  SpendController(Spending spending, Channels channels) {
    this.spending = spending;
    this.channels = channels;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_READ)
  SpendList list(
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String campaign,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(name = "import", required = false) @Nullable UUID importId,
      @RequestParam(required = false) @Nullable String plan,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String keyword,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    SpendFilter filter =
        new SpendFilter(
            Choices.channels(channel, channels),
            Choices.ids("campaign", campaign),
            from,
            to,
            importId,
            Choices.name(plan),
            Choices.name(unit),
            Choices.name(keyword));
    return SpendList.of(spending.list(filter, cursor, Choices.limit(limit)));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.SPEND_EDIT)
  Spend add(@RequestBody JsonNode body, Caller caller) {
    return spending.add(draft(new Patch(body), null), caller);
  }

  @PatchMapping("/{id}")
  @Allow(Permission.SPEND_EDIT)
  Spend change(@PathVariable UUID id, @RequestBody JsonNode body, Caller caller) {
    Patch patch = new Patch(body);
    return spending.change(id, before -> draft(patch, before), caller);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.SPEND_EDIT)
  void remove(@PathVariable UUID id, Caller caller) {
    spending.remove(id, caller);
  }

  /** A day alone is an entry of that day. */
  private static SpendDraft draft(Patch patch, @Nullable SpendDraft before) {
    LocalDate from = patch.day("dayFrom", before == null ? null : before.dayFrom());
    LocalDate to = patch.day("dayTo", before == null ? from : before.dayTo());
    Long amount = patch.number("amountFen", before == null ? null : before.amountFen());
    if (from == null) {
      throw Patch.wrong("dayFrom");
    }
    if (amount == null) {
      throw Problem.field(
          CampaignsProblem.SPEND_AMOUNT_MISSING, "amountFen", "problem.SPEND_AMOUNT_MISSING");
    }
    return new SpendDraft(
        from,
        to == null ? from : to,
        patch.id("channelId", before == null ? null : before.channelId()),
        patch.id("campaignId", before == null ? null : before.campaignId()),
        patch.text("account", before == null ? null : before.account()),
        patch.text("plan", before == null ? null : before.plan()),
        patch.text("unit", before == null ? null : before.unit()),
        patch.text("keyword", before == null ? null : before.keyword()),
        amount,
        patch.number("impressions", before == null ? null : before.impressions()),
        patch.number("clicks", before == null ? null : before.clicks()),
        patch.text("note", before == null ? null : before.note()));
  }
}
