package io.leadwell.acquire.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.leadwell.base.platform.DataFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class WayTests extends WayWorld {

  @Test
  void a_sound_hit_passes_every_step_with_what_they_found_out() {
    Map<String, Object> page = browsing.read("/a?token=x&utm_source=baidu", "白皮书");
    page.put("referrer", "https://www.baidu.com/s?wd=1");
    Hit hit = hits(browsing.delivery(page)).getFirst();
    assertThat(hit.id()).isEqualTo(UUID.fromString((String) page.get("id")));
    assertThat(hit.visitor()).isEqualTo(browsing.visitor);
    assertThat(hit.facts().url()).isEqualTo("https://www.example.com/a?token=*&utm_source=baidu");
    assertThat(hit.facts().content()).isEqualTo("白皮书");
    assertThat(hit.facts().device()).isEqualTo(new Device("desktop", "Windows", "Chrome", null));
    assertThat(hit.facts().place()).isEqualTo(new Place("中国", "江苏省", "南京市"));
    assertThat(hit.happenedAt()).isEqualTo(NOW);
  }

  @Test
  void every_step_is_named_once() {
    List<String> names = new ArrayList<>();
    way.ofDelivery.forEach(step -> names.add(step.name()));
    way.ofHit.forEach(step -> names.add(step.name()));
    assertThat(names)
        .doesNotHaveDuplicates()
        .containsExactly(
            "site", "address", "robot", "wish", "content", "visitor", "place", "shape", "origin",
            "consent", "secrets", "clock");
  }

  @Test
  void the_content_is_not_read_before_the_head_is_right() {
    Delivery.Body never =
        _ -> {
          throw new AssertionError("was read");
        };
    Delivery good = browsing.delivery(browsing.page("/"));
    assertThat(fallen(with(good, "unknown", Browsing.AGENT, false, never)))
        .isEqualTo(Reason.UNKNOWN_SITE);
    assertThat(fallen(with(good, KEY, "curl/8", false, never))).isEqualTo(Reason.ROBOT);
    assertThat(fallen(with(good, KEY, Browsing.AGENT, true, never))).isEqualTo(Reason.DO_NOT_TRACK);
    for (int i = 0; i < 60; i++) {
      fallen(with(good, KEY, "curl/8", false, never));
    }
    assertThat(fallen(with(good, KEY, Browsing.AGENT, false, never)))
        .isEqualTo(Reason.ADDRESS_TOO_FAST);
  }

  @Test
  void a_site_may_not_care_about_do_not_track() {
    sites.put(KEY, site(false, false));
    Delivery good = browsing.delivery(browsing.page("/"));
    assertThat(fallen(with(good, KEY, Browsing.AGENT, true, good.body()))).isNull();
  }

  @Test
  void one_browser_cannot_send_more_than_a_person_would() {
    List<Map<String, Object>> twenty = new ArrayList<>();
    for (int i = 0; i < Limits.MOST_HITS; i++) {
      twenty.add(browsing.page("/" + i));
    }
    for (int i = 0; i < 5; i++) {
      assertThat(fallen(browsing.delivery(browsing.body(twenty)))).isNull();
    }
    assertThat(fallen(browsing.delivery(browsing.body(twenty)))).isEqualTo(Reason.VISITOR_TOO_FAST);
    assertThat(fallen(new Browsing(KEY, NOW).delivery(browsing.page("/")))).isNull();
  }

  @Test
  void a_database_that_is_away_is_no_reason_to_throw_hits_away() {
    Way blind =
        new Way(
            _ -> {
              throw new DataAccessResourceFailureException("away");
            },
            DEVICES,
            new Places(new DataFolder(Path.of("nowhere"))),
            limits,
            new Rates(TimeMeter.SYSTEM_NANOTIME));
    var walk = Step.walk(blind.ofDelivery, Parcel.of(browsing.delivery(browsing.page("/"))));
    assertThat(((Step.Walk.Fallen<Parcel>) walk).reason().ending()).isEqualTo(Ending.SHED);
  }

  @Test
  void nothing_is_kept_of_who_has_not_consented_where_the_site_asks() {
    sites.put(KEY, site(true, true));
    String without = browsing.body(browsing.page("/"));
    String with = without.replace("\"lang\"", "\"consent\":\"2026-01\",\"lang\"");
    assertThat(sorted(browsing.delivery(without)).rejected().getFirst().reason())
        .isEqualTo(Reason.NO_CONSENT);
    assertThat(hits(browsing.delivery(with)).getFirst().facts().consent()).isEqualTo("2026-01");
  }

  @Test
  void a_page_of_another_host_speaks_for_no_site() {
    Delivery good = browsing.delivery(browsing.page("/"));
    Delivery foreign =
        new Delivery(
            KEY,
            good.address(),
            good.agent(),
            good.host(),
            "https://evil.cn",
            false,
            NOW,
            good.body());
    assertThat(fallenHit(foreign).reason()).isEqualTo(Reason.FOREIGN_ORIGIN);
  }
}
