package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.SIGHTING;
import static io.leadwell.tables.collect.Tables.VISIT;
import static io.leadwell.tables.collect.Tables.VISITOR;
import static io.leadwell.tables.collect.Tables.VISIT_EVENT;
import static io.leadwell.tables.collect.Tables.VISIT_PAGE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;

import io.leadwell.tables.collect.tables.records.VisitEventRow;
import io.leadwell.tables.collect.tables.records.VisitPageRow;
import io.leadwell.tables.collect.tables.records.VisitRow;
import io.leadwell.tables.collect.tables.records.VisitorRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows of visits as the folding reads and writes them. */
@Component
class FoldStore {

  /** Rows of one statement. */
  private static final int ROWS = 500;

  private final DSLContext dsl;
  private final VisitRows rows;
  private final JsonMapper json;

  FoldStore(DSLContext dsl, VisitRows rows, JsonMapper json) {
    this.dsl = dsl;
    this.rows = rows;
    this.json = json;
  }

  /** The visits that are there already, to be gone on with. */
  Map<UUID, OpenVisit> open(Collection<UUID> ids) {
    return dsl.selectFrom(VISIT)
        .where(VISIT.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetchMap(
            VISIT.ID,
            row ->
                new OpenVisit(
                    row.getId(),
                    row.getVisitorId(),
                    row.getSite(),
                    row.getStartedAt(),
                    row.getEndedAt(),
                    row.getLandedAt(),
                    row.getLandedAt() == null
                        ? null
                        : new Landing(
                            row.getLandingUrl(),
                            row.getReferrer(),
                            rows.utm(row.getUtm()),
                            row.getClickIdKind(),
                            row.getClickId(),
                            row.getDirect()),
                    new Device(row.getDevice(), row.getOs(), row.getBrowser(), row.getApp()),
                    new Place(row.getCountry(), row.getProvince(), row.getCity()),
                    row.getConsent()));
  }

  /** Notes when visitors were seen, and says who of them is known to be whom. */
  Map<UUID, UUID> seen(List<Hit> hits) {
    // In the order of ids: whoever joins a visitor meanwhile holds its row.
    Map<UUID, VisitorRow> visitors = new TreeMap<>();
    for (Hit hit : hits) {
      Instant at = hit.happenedAt();
      VisitorRow row =
          visitors.computeIfAbsent(hit.visitor(), id -> new VisitorRow(id, at, at, null, null));
      row.setFirstSeenAt(at.isBefore(row.getFirstSeenAt()) ? at : row.getFirstSeenAt());
      row.setLastSeenAt(at.isAfter(row.getLastSeenAt()) ? at : row.getLastSeenAt());
    }
    Map<UUID, UUID> people = new HashMap<>();
    for (List<VisitorRow> some : parts(visitors.values())) {
      dsl.insertInto(VISITOR, VISITOR.ID, VISITOR.FIRST_SEEN_AT, VISITOR.LAST_SEEN_AT)
          .valuesOfRows(
              some.stream()
                  .map(v -> DSL.row(v.getId(), v.getFirstSeenAt(), v.getLastSeenAt()))
                  .toList())
          .onConflict(VISITOR.ID)
          .doUpdate()
          .set(VISITOR.FIRST_SEEN_AT, least(VISITOR.FIRST_SEEN_AT, excluded(VISITOR.FIRST_SEEN_AT)))
          .set(VISITOR.LAST_SEEN_AT, greatest(VISITOR.LAST_SEEN_AT, excluded(VISITOR.LAST_SEEN_AT)))
          .returning(VISITOR.ID, VISITOR.PERSON_ID)
          .fetch()
          .forEach(row -> {
            if (row.getPersonId() != null) {
              people.put(row.getId(), row.getPersonId());
            }
          });
    }
    return people;
  }

  /** {@code people} are the visitors of new visits whose user is known. */
  void write(Collection<OpenVisit> visits, Map<UUID, UUID> people) {
    List<VisitPageRow> pages = new ArrayList<>();
    List<VisitEventRow> events = new ArrayList<>();
    for (OpenVisit visit : visits) {
      visit
          .pages
          .values()
          .forEach(page ->
              pages.add(
                  new VisitPageRow(
                      visit.id,
                      page.id,
                      page.happenedAt,
                      page.url,
                      page.title,
                      page.content,
                      page.dwellMs,
                      page.depth)));
      visit.events.values().forEach(hit -> events.add(event(visit, hit)));
    }
    parts(visits).forEach(some -> writeVisits(some, people));
    parts(pages).forEach(this::writePages);
    parts(events)
        .forEach(some -> dsl.insertInto(VISIT_EVENT).set(some).onConflictDoNothing().execute());
    sum(visits.stream().map(visit -> visit.id).toList());
  }

  void sighted(Map<String, List<Hit>> bySite) {
    new TreeMap<>(bySite)
        .forEach((site, hits) -> {
          Instant first = hits.stream().map(Hit::receivedAt).min(Instant::compareTo).orElseThrow();
          Instant last = hits.stream().map(Hit::receivedAt).max(Instant::compareTo).orElseThrow();
          String url = lastUrl(hits);
          dsl.insertInto(SIGHTING)
              .set(SIGHTING.SITE, site)
              .set(SIGHTING.FIRST_AT, first)
              .set(SIGHTING.LAST_AT, last)
              .set(SIGHTING.LAST_URL, url)
              .onConflict(SIGHTING.SITE)
              .doUpdate()
              .set(SIGHTING.LAST_AT, greatest(SIGHTING.LAST_AT, excluded(SIGHTING.LAST_AT)))
              .set(SIGHTING.LAST_URL, coalesce(excluded(SIGHTING.LAST_URL), SIGHTING.LAST_URL))
              .execute();
        });
  }

  private void writeVisits(List<OpenVisit> visits, Map<UUID, UUID> people) {
    dsl.insertInto(VISIT)
        .set(visits.stream().map(visit -> row(visit, people.get(visit.visitor))).toList())
        .onConflict(VISIT.ID)
        .doUpdate()
        .set(VISIT.STARTED_AT, excluded(VISIT.STARTED_AT))
        .set(VISIT.ENDED_AT, excluded(VISIT.ENDED_AT))
        .set(VISIT.LANDED_AT, excluded(VISIT.LANDED_AT))
        .set(VISIT.LANDING_URL, excluded(VISIT.LANDING_URL))
        .set(VISIT.REFERRER, excluded(VISIT.REFERRER))
        .set(VISIT.DIRECT, excluded(VISIT.DIRECT))
        .set(VISIT.UTM, excluded(VISIT.UTM))
        .set(VISIT.CLICK_ID_KIND, excluded(VISIT.CLICK_ID_KIND))
        .set(VISIT.CLICK_ID, excluded(VISIT.CLICK_ID))
        .execute();
  }

  private VisitRow row(OpenVisit visit, @Nullable UUID person) {
    Landing landing = visit.landing;
    VisitRow row = new VisitRow();
    row.setId(visit.id);
    row.setVisitorId(visit.visitor);
    row.setSite(visit.site);
    row.setStartedAt(visit.startedAt);
    row.setEndedAt(visit.endedAt);
    row.setLandedAt(visit.landedAt);
    row.setLandingUrl(landing == null ? null : landing.url());
    row.setReferrer(landing == null ? null : landing.referrer());
    row.setDirect(landing == null || landing.direct());
    row.setUtm(landing == null || landing.utm().isEmpty() ? null : jsonb(landing.utm()));
    row.setClickIdKind(landing == null ? null : landing.clickIdKind());
    row.setClickId(landing == null ? null : landing.clickId());
    row.setDevice(visit.device.kind());
    row.setOs(visit.device.os());
    row.setBrowser(visit.device.browser());
    row.setApp(visit.device.app());
    row.setCountry(visit.place.country());
    row.setProvince(visit.place.province());
    row.setCity(visit.place.city());
    row.setConsent(visit.consent);
    row.setPersonId(person);
    return row;
  }

  private void writePages(List<VisitPageRow> pages) {
    dsl.insertInto(VISIT_PAGE)
        .set(pages)
        .onConflict(VISIT_PAGE.VISIT_ID, VISIT_PAGE.ID)
        .doUpdate()
        // A row without an address is a dwell that came before its page.
        .set(
            VISIT_PAGE.HAPPENED_AT,
            DSL.when(VISIT_PAGE.URL.isNull(), excluded(VISIT_PAGE.HAPPENED_AT))
                .otherwise(VISIT_PAGE.HAPPENED_AT))
        .set(VISIT_PAGE.URL, coalesce(VISIT_PAGE.URL, excluded(VISIT_PAGE.URL)))
        .set(VISIT_PAGE.TITLE, coalesce(VISIT_PAGE.TITLE, excluded(VISIT_PAGE.TITLE)))
        .set(VISIT_PAGE.CONTENT, coalesce(VISIT_PAGE.CONTENT, excluded(VISIT_PAGE.CONTENT)))
        .set(VISIT_PAGE.DWELL_MS, greatest(VISIT_PAGE.DWELL_MS, excluded(VISIT_PAGE.DWELL_MS)))
        .set(VISIT_PAGE.DEPTH, greatest(VISIT_PAGE.DEPTH, excluded(VISIT_PAGE.DEPTH)))
        .execute();
  }

  private VisitEventRow event(OpenVisit visit, Hit hit) {
    HitFacts facts = hit.facts();
    return new VisitEventRow(
        visit.id,
        hit.id(),
        hit.happenedAt(),
        hit.name(),
        facts.url(),
        facts.content(),
        facts.props() == null ? null : jsonb(facts.props()));
  }

  /** Pages and dwell of visits, summed anew from their pages. */
  private void sum(List<UUID> visits) {
    if (visits.isEmpty()) {
      return;
    }
    var sums =
        DSL.select(
                VISIT_PAGE.VISIT_ID,
                DSL.count(VISIT_PAGE.URL).as("pages"),
                DSL.sum(VISIT_PAGE.DWELL_MS).cast(Long.class).as("dwell_ms"))
            .from(VISIT_PAGE)
            .where(VISIT_PAGE.VISIT_ID.eq(DSL.any(visits.toArray(UUID[]::new))))
            .groupBy(VISIT_PAGE.VISIT_ID)
            .asTable("sums");
    dsl.update(VISIT)
        .set(VISIT.PAGES, sums.field("pages", Integer.class))
        .set(VISIT.DWELL_MS, sums.field("dwell_ms", Long.class))
        .from(sums)
        .where(VISIT.ID.eq(sums.field(VISIT_PAGE.VISIT_ID)))
        .execute();
  }

  private static @Nullable String lastUrl(List<Hit> hits) {
    String url = null;
    for (Hit hit : hits) {
      url = hit.facts().url() == null ? url : hit.facts().url();
    }
    return url;
  }

  private JSONB jsonb(Object value) {
    return JSONB.jsonb(json.writeValueAsString(value));
  }

  private static <T> List<List<T>> parts(Collection<T> all) {
    List<T> list = List.copyOf(all);
    List<List<T>> parts = new ArrayList<>();
    for (int i = 0; i < list.size(); i += ROWS) {
      parts.add(list.subList(i, Math.min(list.size(), i + ROWS)));
    }
    return parts;
  }
}
