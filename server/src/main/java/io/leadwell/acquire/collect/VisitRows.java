package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.ACTION;
import static io.leadwell.tables.collect.Tables.VISIT;

import io.leadwell.acquire.campaigns.ClickId;
import io.leadwell.acquire.campaigns.Origin;
import io.leadwell.tables.collect.tables.records.ActionRow;
import io.leadwell.tables.collect.tables.records.VisitPageRow;
import io.leadwell.tables.collect.tables.records.VisitRow;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Makes visits of rows, and rows of visits. */
@Component
class VisitRows {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

  private final JsonMapper json;

  VisitRows(JsonMapper json) {
    this.json = json;
  }

  Visit visit(org.jooq.Record record) {
    VisitRow row = record.into(VISIT);
    return new Visit(
        row.getId(),
        row.getVisitorId(),
        row.getSite(),
        row.getStartedAt(),
        row.getEndedAt(),
        row.getLandingUrl(),
        row.getReferrer(),
        origin(row),
        row.getPages(),
        row.getDwellMs(),
        new Device(row.getDevice(), row.getOs(), row.getBrowser(), row.getApp()),
        new Place(row.getCountry(), row.getProvince(), row.getCity()),
        row.getPersonId());
  }

  OpenVisit open(VisitRow row) {
    return OpenVisit.goneOn(
        new OpenVisit.Beginning(
            row.getId(),
            row.getVisitorId(),
            row.getSite(),
            new Device(row.getDevice(), row.getOs(), row.getBrowser(), row.getApp()),
            new Place(row.getCountry(), row.getProvince(), row.getCity()),
            row.getConsent()),
        row.getStartedAt(),
        row.getEndedAt(),
        row.getLandedAt() == null
            ? null
            : new OpenVisit.Landed(
                row.getLandedAt(), row.getLandingUrl(), row.getReferrer(), origin(row)));
  }

  VisitRow row(OpenVisit visit, @Nullable UUID person) {
    OpenVisit.Beginning beginning = visit.beginning;
    VisitRow row = new VisitRow();
    row.setId(beginning.id());
    row.setVisitorId(beginning.visitor());
    row.setSite(beginning.site());
    row.setStartedAt(visit.startedAt());
    row.setEndedAt(visit.endedAt());
    // Of one that was there before these are not all: the store sums them.
    row.setPages((int) visit.pages.values().stream().filter(page -> page.url != null).count());
    row.setDwellMs(visit.pages.values().stream().mapToLong(page -> page.dwellMs).sum());
    row.setDevice(beginning.device().kind());
    row.setOs(beginning.device().os());
    row.setBrowser(beginning.device().browser());
    row.setApp(beginning.device().app());
    row.setCountry(beginning.place().country());
    row.setProvince(beginning.place().province());
    row.setCity(beginning.place().city());
    row.setConsent(beginning.consent());
    row.setPersonId(person);
    row.setUntold(person != null);
    OpenVisit.Landed landed = visit.landed();
    row.setDirect(landed == null || landed.origin().direct());
    row.setLandedAt(landed == null ? null : landed.at());
    row.setLandingUrl(landed == null ? null : landed.url());
    row.setReferrer(landed == null ? null : landed.referrer());
    Origin origin = landed == null ? null : landed.origin();
    row.setChannelId(origin == null ? null : origin.channelId());
    row.setCampaignId(origin == null ? null : origin.campaignId());
    row.setPlan(origin == null ? null : origin.plan());
    row.setUnit(origin == null ? null : origin.unit());
    row.setKeyword(origin == null ? null : origin.keyword());
    row.setUtm(origin == null ? null : stored(origin.utm()));
    ClickId clickId = origin == null ? null : origin.clickId();
    row.setClickIdKind(clickId == null ? null : clickId.kind());
    row.setClickId(clickId == null ? null : clickId.value());
    row.setReferrerHost(origin == null ? null : origin.referrerHost());
    return row;
  }

  static VisitPageRow row(UUID visit, OpenVisit.OpenPage page) {
    return new VisitPageRow(
        visit,
        page.id,
        page.happenedAt,
        page.url,
        page.title,
        page.content,
        page.dwellMs,
        page.depth);
  }

  ActionRow action(Hit hit, @Nullable UUID person) {
    HitFacts facts = hit.facts();
    return new ActionRow(
        hit.id(),
        hit.visitor(),
        hit.visit(),
        hit.site(),
        hit.happenedAt(),
        hit.name(),
        facts.url(),
        facts.referrer(),
        facts.content(),
        facts.props() == null ? null : stored(facts.props()),
        person,
        // what is done in a visit is told with it
        person != null && hit.visit() == null);
  }

  VisitAction action(org.jooq.Record record) {
    ActionRow row = record.into(ACTION);
    return new VisitAction(
        row.getId(),
        row.getVisitId(),
        row.getHappenedAt(),
        row.getName(),
        row.getUrl(),
        row.getReferrer(),
        row.getContent(),
        props(row.getProps()),
        row.getPersonId());
  }

  private Map<String, Object> props(@Nullable JSONB stored) {
    return stored == null ? Map.of() : json.readValue(stored.data(), VALUES);
  }

  private Origin origin(VisitRow row) {
    JSONB utm = row.getUtm();
    return new Origin(
        row.getChannelId(),
        row.getCampaignId(),
        row.getPlan(),
        row.getUnit(),
        row.getKeyword(),
        utm == null ? Map.of() : json.readValue(utm.data(), TEXTS),
        row.getClickId() == null ? null : new ClickId(row.getClickIdKind(), row.getClickId()),
        row.getReferrerHost(),
        row.getDirect());
  }

  private @Nullable JSONB stored(Map<String, ?> map) {
    return map.isEmpty() ? null : JSONB.valueOf(json.writeValueAsString(map));
  }
}
