package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.HIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Hits that cannot be taken: put aside, taken later, dropped. */
@OnPostgres
class BadHitsTests extends CollectorWorld {

  @Autowired private Quarantine quarantine;
  @Autowired private LogWriter writer;

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
}
