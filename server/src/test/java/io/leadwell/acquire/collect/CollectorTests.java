package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.HIT;
import static io.leadwell.tables.collect.Tables.QUARANTINED;
import static io.leadwell.tables.collect.Tables.TALLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class CollectorTests {

  private static final Caller WHO = Caller.system();

  @Autowired private Collector collector;
  @Autowired private Sites sites;
  @Autowired private Quarantine quarantine;
  @Autowired private LogWriter writer;
  @Autowired private Tallies tallies;
  @Autowired private SiteTraffic traffic;
  @Autowired private Clock clock;
  @Autowired private DSLContext dsl;
  private Site site = Site.OWN_PAGES;
  private Instant now = Instant.EPOCH;

  @BeforeEach
  void open() {
    tallies.write();
    dsl.deleteFrom(TALLY).execute();
    site = sites.add(draft(Browsing.HOST), WHO);
    now = clock.instant();
  }

  @Test
  void what_is_taken_is_on_the_disk_once_however_often_it_is_delivered() {
    Browsing browsing = browsing();
    Delivery delivery = browsing.delivery(browsing.page("/a"), browsing.page("/b"));
    Receipt first = take(delivery);
    assertThat(first).isInstanceOf(Receipt.Taken.class);
    assertThat(dsl.fetchCount(HIT)).isEqualTo(2);
    assertThat(take(delivery)).isEqualTo(first);
    assertThat(dsl.fetchCount(HIT)).isEqualTo(2);
    assertThat(counted()).containsOnly(Map.entry("log stored", 2L), Map.entry("log duplicate", 2L));
  }

  @Test
  void the_same_hit_twice_in_one_delivery_is_one_hit() {
    Browsing browsing = browsing();
    Map<String, Object> page = browsing.page("/a");
    take(browsing.delivery(page, page, page));
    assertThat(dsl.fetchCount(HIT)).isOne();
    assertThat(counted()).containsOnly(Map.entry("log stored", 1L), Map.entry("log duplicate", 2L));
  }

  @Test
  void every_hit_ends_in_one_way_and_the_counts_add_up_to_what_came() throws Exception {
    Map<Ending, Long> before = new EnumMap<>(tallies.balance().ended());
    long entered = tallies.balance().entered();
    int senders = 8;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> work = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        Random random = new Random(i);
        work.add(threads.submit(() -> send(random)));
      }
      long sent = 0;
      for (Future<Integer> each : work) {
        sent += each.get();
      }
      assertThat(tallies.balance().entered() - entered).isEqualTo(sent);
    }
    assertThat(tallies.balance().onTheWay()).isZero();
    tallies.write();
    Map<Ending, Long> written = new EnumMap<>(Ending.class);
    dsl.selectFrom(TALLY)
        .forEach(
            row -> written.merge(SiteTraffic.ending(row.getOutcome()), row.getHits(), Long::sum));
    for (Ending ending : Ending.values()) {
      assertThat(written.getOrDefault(ending, 0L))
          .as(ending.word())
          .isEqualTo(tallies.balance().of(ending) - before.getOrDefault(ending, 0L));
    }
    assertThat(written.get(Ending.STORED)).isEqualTo(dsl.fetchCount(HIT)).isPositive();
    assertThat(written.get(Ending.QUARANTINED)).isEqualTo(dsl.fetchCount(QUARANTINED)).isPositive();
    assertThat(written.get(Ending.DUPLICATE)).isPositive();
    assertThat(written.get(Ending.REJECTED)).isPositive();
  }

  @Test
  void a_bad_hit_waits_until_its_cause_is_gone_and_is_taken_then() {
    Browsing browsing = browsing();
    Map<String, Object> elsewhere = browsing.page("/a");
    elsewhere.put("url", "https://new.example.com/a");
    collector.take(browsing.delivery(elsewhere, browsing.page("/b")));
    assertThat(dsl.fetchCount(HIT)).isOne();
    Quarantined bad = quarantine.list(site.id(), null, 10).items().getFirst();
    assertThat(bad.reason()).isEqualTo(Reason.FOREIGN_ORIGIN);

    assertThat(quarantine.again(site.id(), List.of(), WHO)).isEqualTo(new Replayed(0, 1));
    sites.change(site.id(), _ -> draft("*.example.com"), WHO);
    assertThat(quarantine.again(site.id(), List.of(bad.id()), WHO)).isEqualTo(new Replayed(1, 0));

    assertThat(quarantine.list(site.id(), null, 10).items()).isEmpty();
    Hit taken =
        traffic.newest(site.key()).stream()
            .filter(hit -> "https://new.example.com/a".equals(hit.facts().url()))
            .findFirst()
            .orElseThrow();
    assertThat(taken.facts().device()).isEqualTo(new Device("desktop", "Windows", "Chrome", null));
    assertThat(taken.facts().place()).isEqualTo(new Place("中国", "江苏省", "南京市"));
    assertThat(tallies.balance().onTheWay()).isZero();
  }

  @Test
  void a_bad_hit_that_is_dropped_is_gone() {
    Browsing browsing = browsing();
    Map<String, Object> bad = browsing.page("/a");
    bad.put("title", 7);
    take(browsing.delivery(bad));
    assertThat(quarantine.drop(site.id(), List.of(), WHO)).isOne();
    assertThat(quarantine.list(site.id(), null, 10).total()).isZero();
  }

  @Test
  void a_hit_that_the_database_will_not_have_is_put_aside_and_the_others_go_in() {
    List<Load> loads = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Browsing browsing = browsing();
      Hit good = hit(browsing, browsing.page("/" + i));
      Hit poison =
          good.with(
              new HitFacts(
                  "https://a.cn/\u0000",
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
      Hit hit = i == 4 ? poison : good;
      loads.add(
          new Load(
              List.of(hit),
              List.of(),
              bad ->
                  new Quarantined(
                      Ids.next(),
                      site.key(),
                      "log",
                      Reason.NOT_STORABLE,
                      "",
                      "{}",
                      null,
                      new Quarantined.Circumstances(null, Device.UNKNOWN, Place.UNKNOWN),
                      bad.receivedAt())));
    }
    tallies.entered(9);
    List<Committed> done = writer.write(loads);
    assertThat(done).hasSize(9);
    assertThat(done.get(4)).isEqualTo(new Committed(0, 0, 1, 0));
    assertThat(dsl.fetchCount(HIT)).isEqualTo(8);
    assertThat(quarantine.list(site.id(), null, 10).items().getFirst().reason())
        .isEqualTo(Reason.NOT_STORABLE);
  }

  @Test
  void an_archived_site_takes_nothing_from_the_moment_on() {
    Browsing browsing = browsing();
    assertThat(take(browsing.delivery(browsing.page("/")))).isInstanceOf(Receipt.Taken.class);
    sites.change(
        site.id(),
        draft -> new SiteDraft(draft.name(), draft.origins(), false, true, null, true),
        WHO);
    assertThat(take(browsing.delivery(browsing.page("/"))))
        .isEqualTo(new Receipt.Refused(Reason.UNKNOWN_SITE));
  }

  @Test
  void the_server_is_witness_of_clicks_once_each_and_not_of_robots() {
    NewHit click = click(Browsing.AGENT);
    assertThat(collector.take(click)).isInstanceOf(Receipt.Taken.class);
    collector.take(click);
    assertThat(collector.take(click("Baiduspider/2.0")))
        .isEqualTo(new Receipt.Refused(Reason.ROBOT));
    assertThat(dsl.fetchCount(HIT)).isOne();
    Hit kept = traffic.newest(Site.OWN).getFirst();
    assertThat(kept.name()).isEqualTo("link_click");
    assertThat(kept.facts().props()).containsEntry("code", "x1");
    assertThat(kept.facts().place()).isEqualTo(new Place("中国", "江苏省", "南京市"));
  }

  @Test
  void the_counts_of_a_site_say_step_by_step_what_became_of_its_hits() {
    Browsing browsing = browsing();
    Map<String, Object> bad = browsing.page("/a");
    bad.put("at", "x");
    take(browsing.delivery(browsing.page("/"), bad));
    take(browsing.delivery("no json"));
    tallies.write();
    SiteCounts counts = traffic.counts(site.key(), 7);
    assertThat(counts.lines())
        .containsExactly(
            new SiteCounts.Line("content", "not_json", Ending.REJECTED, 1),
            new SiteCounts.Line("log", "stored", Ending.STORED, 1),
            new SiteCounts.Line("shape", "wrong_type", Ending.QUARANTINED, 1));
    assertThat(counts.days()).hasSize(7);
    assertThat(counts.days().getLast().hits()).containsEntry(Ending.STORED, 1L);
  }

  private NewHit click(String agent) {
    return new NewHit(
        Ids.next(),
        "link_click",
        Ids.next(),
        null,
        now,
        "https://www.example.com/?utm_source=x",
        null,
        null,
        Map.of("code", "x1"),
        agent,
        "114.114.114.114");
  }

  /** Sends all kinds of deliveries; how many hits, or deliveries that nobody can take apart. */
  private int send(Random random) {
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
  private Receipt take(Delivery delivery) {
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

  private Browsing browsing() {
    return new Browsing(site.key(), now);
  }

  private static Hit hit(Browsing browsing, Map<String, Object> page) {
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

  private Map<String, Long> counted() {
    tallies.write();
    return dsl.select(DSL.concat(TALLY.STEP, DSL.inline(" "), TALLY.OUTCOME), TALLY.HITS)
        .from(TALLY)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  private static SiteDraft draft(String origin) {
    return new SiteDraft("官网", List.of(origin), false, true, null, false);
  }
}
