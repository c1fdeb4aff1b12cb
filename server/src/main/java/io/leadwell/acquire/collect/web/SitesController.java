package io.leadwell.acquire.collect.web;

import io.leadwell.acquire.collect.Hit;
import io.leadwell.acquire.collect.Sighting;
import io.leadwell.acquire.collect.Site;
import io.leadwell.acquire.collect.SiteCounts;
import io.leadwell.acquire.collect.SiteDraft;
import io.leadwell.acquire.collect.SiteTraffic;
import io.leadwell.acquire.collect.Sites;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** Routes of the websites whose visitors are counted. */
@RestController
@RequestMapping("/api/v1/sites")
class SitesController {

  private static final int MOST_DAYS = 90;

  /** A site and how it is doing; the first three are missing until it is heard of. */
  record SiteView(
      UUID id,
      String key,
      String name,
      List<String> origins,
      boolean consentRequired,
      boolean doNotTrack,
      @Nullable String cookieDomain,
      boolean archived,
      Instant createdAt,
      @Nullable Sighting seen,
      long storedToday,
      int quarantined) {}

  /** What is wanted of a site; what is missing stays as it is. */
  record SiteBody(
      @Nullable String name,
      @Nullable List<String> origins,
      @Nullable Boolean consentRequired,
      @Nullable Boolean doNotTrack,
      @Nullable String cookieDomain,
      @Nullable Boolean archived) {

    SiteDraft draft(SiteDraft before) {
      return new SiteDraft(
          name == null ? before.name() : name,
          origins == null ? before.origins() : origins,
          consentRequired == null ? before.consentRequired() : consentRequired,
          doNotTrack == null ? before.doNotTrack() : doNotTrack,
          cookieDomain == null ? before.cookieDomain() : cookieDomain,
          archived == null ? before.archived() : archived);
    }
  }

  private static final SiteDraft BLANK = new SiteDraft("", List.of(), false, true, null, false);

  private final Sites sites;
  private final SiteTraffic traffic;

  SitesController(Sites sites, SiteTraffic traffic) {
    this.sites = sites;
    this.traffic = traffic;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_READ)
  List<SiteView> list() {
    Map<String, Sighting> seen = traffic.sightings();
    Map<String, Long> stored = traffic.storedToday();
    Map<String, Integer> quarantined = traffic.quarantined();
    return sites.all().stream().map(site -> view(site, seen, stored, quarantined)).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  SiteView add(@RequestBody SiteBody body, Caller caller) {
    return view(sites.add(body.draft(BLANK), caller), Map.of(), Map.of(), Map.of());
  }

  @GetMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_READ)
  SiteView find(@PathVariable UUID id) {
    return now(sites.find(id));
  }

  @PatchMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_EDIT)
  SiteView change(@PathVariable UUID id, @RequestBody SiteBody body, Caller caller) {
    return now(sites.change(id, body::draft, caller));
  }

  @GetMapping("/{id}/counts")
  @Allow(Permission.CAMPAIGNS_READ)
  SiteCounts counts(@PathVariable UUID id, @RequestParam(defaultValue = "7") int days) {
    return traffic.counts(sites.find(id).key(), Math.clamp(days, 1, MOST_DAYS));
  }

  /** The newest hits, as they were stored. */
  @GetMapping("/{id}/hits")
  @Allow(Permission.CAMPAIGNS_EDIT)
  List<Hit> newest(@PathVariable UUID id) {
    return traffic.newest(sites.find(id).key());
  }

  private SiteView now(Site site) {
    return view(site, traffic.sightings(), traffic.storedToday(), traffic.quarantined());
  }

  private static SiteView view(
      Site site,
      Map<String, Sighting> seen,
      Map<String, Long> stored,
      Map<String, Integer> quarantined) {
    return new SiteView(
        site.id(),
        site.key(),
        site.name(),
        site.origins(),
        site.consentRequired(),
        site.doNotTrack(),
        site.cookieDomain(),
        site.archived(),
        site.createdAt(),
        seen.get(site.key()),
        stored.getOrDefault(site.key(), 0L),
        quarantined.getOrDefault(site.key(), 0));
  }
}
