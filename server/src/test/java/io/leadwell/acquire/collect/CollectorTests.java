package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.HIT;
import static io.leadwell.tables.collect.Tables.QUARANTINED;
import static io.leadwell.tables.collect.Tables.TALLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

@OnPostgres
class CollectorTests extends CollectorWorld {

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

  private Map<String, Long> counted() {
    tallies.write();
    return dsl.select(DSL.concat(TALLY.STEP, DSL.inline(" "), TALLY.OUTCOME), TALLY.HITS)
        .from(TALLY)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }
}
