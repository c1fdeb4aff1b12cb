package io.leadwell.acquire.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Sources;
import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Browsers that visit a site. */
abstract class VisitWorld {

  static final Caller WHO = Caller.system();
  static final Duration LONG = Duration.ofSeconds(60);

  @Autowired Collector collector;
  @Autowired Visits visits;
  @Autowired VisitReader reader;
  @Autowired Sites sites;
  @Autowired Sources sources;
  @Autowired Channels channels;
  @Autowired Clock clock;
  @Autowired DSLContext dsl;

  Site site = Site.OWN_PAGES;
  Instant start = Instant.EPOCH;

  @BeforeEach
  void open() {
    site =
        sites.add(
            new SiteDraft(
                "官网", List.of(Browsing.HOST, "docs.example.com"), false, true, null, false),
            WHO);
    channels.plantUsual();
    sources.plantUsual();
    start = clock.instant().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MILLIS);
  }

  Browsing browsing() {
    return new Browsing(site.key(), start);
  }

  VisitorOrigin origin(Browsing browsing) {
    assertThat(reader.await(LONG)).isTrue();
    return visits.originOf(browsing.visitor);
  }

  List<VisitDetail> details(List<Browsing> browsers) {
    assertThat(reader.await(LONG)).isTrue();
    return browsers.stream().map(browsing -> visits.find(browsing.visit)).toList();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final void send(Browsing browsing, Map<String, Object>... hits) {
    Delivery delivery = browsing.delivery(hits);
    // Received when it was sent, from nowhere in particular.
    Receipt receipt =
        collector.take(
            new Delivery(
                delivery.site(),
                null,
                delivery.agent(),
                delivery.host(),
                delivery.origin(),
                false,
                delivery.receivedAt(),
                delivery.body()));
    assertThat(receipt).isInstanceOf(Receipt.Taken.class);
  }
}
