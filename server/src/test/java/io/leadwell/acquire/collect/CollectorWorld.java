package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.TALLY;

import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A site whose pages deliver their hits. */
abstract class CollectorWorld {

  static final Caller WHO = Caller.system();

  @Autowired Collector collector;
  @Autowired Sites sites;
  @Autowired Tallies tallies;
  @Autowired SiteTraffic traffic;
  @Autowired Clock clock;
  @Autowired DSLContext dsl;

  Site site = Site.OWN_PAGES;
  Instant now = Instant.EPOCH;

  @BeforeEach
  void open() {
    tallies.write();
    dsl.deleteFrom(TALLY).execute();
    site = sites.add(draft(Browsing.HOST), WHO);
    now = clock.instant();
  }

  /** Sends all kinds of deliveries; how many hits, or deliveries that nobody can take apart. */
  int send(Random random) {
    int sent = 0;
    Browsing browsing = browsing();
    Map<String, Object> earlier = browsing.page("/");
    for (int i = 0; i < 60; i++) {
      List<Map<String, Object>> hits = new ArrayList<>();
      for (int j = random.nextInt(4); j >= 0; j--) {
        Map<String, Object> hit = browsing.page("/" + i + j);
        if (random.nextInt(10) == 0) {
          hit.put("title", 1);
        }
        hits.add(random.nextInt(10) == 0 ? earlier : hit);
        earlier = hit;
      }
      boolean broken = random.nextInt(10) == 0;
      take(browsing.delivery(broken ? "{" : browsing.body(hits)));
      sent += broken ? 1 : hits.size();
    }
    return sent;
  }

  /** From nowhere in particular: how fast one address may send is told elsewhere. */
  Receipt take(Delivery delivery) {
    return collector.take(
        new Delivery(
            delivery.site(),
            null,
            delivery.agent(),
            delivery.host(),
            delivery.origin(),
            delivery.asksNotToBeTracked(),
            delivery.receivedAt(),
            delivery.body()));
  }

  Browsing browsing() {
    return new Browsing(site.key(), now);
  }

  static Hit hit(Browsing browsing, Map<String, Object> page) {
    return new Hit(
        UUID.fromString((String) page.get("id")),
        browsing.site,
        Hit.PAGE,
        browsing.visitor,
        browsing.visit,
        browsing.now,
        browsing.now,
        new HitFacts(
            (String) page.get("url"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  static SiteDraft draft(String origin) {
    return new SiteDraft("官网", List.of(origin), false, true, null, false);
  }
}
