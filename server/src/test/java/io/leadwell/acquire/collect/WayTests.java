package io.leadwell.acquire.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.leadwell.base.platform.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class WayTests {

  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
  private static final String KEY = "abcdefghij";

  /** One for all: it begins to read up on devices with the first question. */
  private static final Devices DEVICES = new Devices();

  private final Map<String, Site> sites = new HashMap<>(Map.of(KEY, site(false, true)));
  private final Limits limits =
      new Limits(new Rates.Limit(50, 60), new Rates.Limit(100, 60), 10, 100, Duration.ZERO);
  private final Way way =
      new Way(
          key -> Optional.ofNullable(sites.get(key)),
          DEVICES,
          new Places(new DataFolder(Path.of("nowhere"))),
          limits,
          new Rates(TimeMeter.SYSTEM_NANOTIME));
  private final Browsing browsing = new Browsing(KEY, NOW);

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "{",
        "{\"hits\":[{}]} {}",
        "{\"hits\":[{}],\"hits\":[{}]}",
        "{\"hits\":[{\"a\":NaN}]}",
        "{\"hits\":[{\"a\":[[[[[[[[[[1]]]]]]]]]]}]}",
        "{\"hits\":[{\"a\":123456789012345678901234567890123456789012345678901234567890}]}",
        "{\"hits\":[{\"a\":\"\u0000\"}]}",
      })
  void what_is_no_json_of_a_sane_size_is_refused(String body) {
    assertThat(fallen(browsing.delivery(body))).isEqualTo(Reason.NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "null", "{}", "{\"hits\":{}}", "{\"hits\":[]}"})
  void what_has_no_hits_is_refused(String body) {
    assertThat(fallen(browsing.delivery(body))).isEqualTo(Reason.NO_HITS);
  }

  @Test
  void size_and_number_have_an_end() {
    assertThat(fallen(browsing.delivery("{\"hits\":[{}],\"x\":\"" + "x".repeat(70_000) + "\"}")))
        .isEqualTo(Reason.TOO_LARGE);
    String many = "{\"hits\":[" + "{},".repeat(Limits.MOST_HITS) + "{}]}";
    assertThat(fallen(browsing.delivery(many))).isEqualTo(Reason.TOO_MANY_HITS);
    Delivery cut = browsing.delivery("{}");
    Delivery.Body broken =
        _ -> {
          throw new IOException("gone");
        };
    assertThat(fallen(with(cut, KEY, Browsing.AGENT, false, broken))).isEqualTo(Reason.BROKEN_OFF);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | null | MISSING | /hits/0/id",
        "id | 7 | WRONG_TYPE | /hits/0/id",
        "id | \"1-1-1-1-1\" | BAD_ID | /hits/0/id",
        "id | \"00000000-0000-0000-0000-000000000000\" | BAD_ID | /hits/0/id",
        "at | null | MISSING | /hits/0/at",
        "at | \"now\" | WRONG_TYPE | /hits/0/at",
        "at | 1.5 | WRONG_TYPE | /hits/0/at",
        "at | 1e400 | WRONG_TYPE | /hits/0/at",
        "at | -1 | OUT_OF_RANGE | /hits/0/at",
        "at | 99999999999999999999 | OUT_OF_RANGE | /hits/0/at",
        "name | \"\" | MISSING | /hits/0/name",
        "name | [1] | WRONG_TYPE | /hits/0/name",
        "visit | null | MISSING | /hits/0/visit",
        "url | null | MISSING | /hits/0/url",
        "url | \"javascript:alert(1)\" | BAD_ADDRESS | /hits/0/url",
        "url | \"https://evil.cn/\" | FOREIGN_ORIGIN | ''",
        "referrer | \"x\" | BAD_ADDRESS | /hits/0/referrer",
        "title | {} | WRONG_TYPE | /hits/0/title",
        "title | \"a\\u0000b\" | BAD_TEXT | /hits/0/title",
        "title | \"a\\ud800b\" | BAD_TEXT | /hits/0/title",
        "depth | 101 | OUT_OF_RANGE | /hits/0/depth",
        "ms | -5 | OUT_OF_RANGE | /hits/0/ms",
        "props | [] | WRONG_TYPE | /hits/0/props",
        "props | {\"a/b\":{}} | WRONG_TYPE | /hits/0/props/a~1b",
        "props | {\"a\":1e999} | OUT_OF_RANGE | /hits/0/props/a",
      })
  void what_is_wrong_is_named_and_pointed_at(
      String field, String value, Reason reason, String pointer) {
    String sound = browsing.body(browsing.page("/"));
    String body =
        sound.contains("\"" + field + "\":")
            ? sound.replaceFirst(
                "(\"hits\":\\[\\{.*?\"" + field + "\":)(\"[^\"]*\"|\\d+)",
                "$1" + java.util.regex.Matcher.quoteReplacement(value))
            : sound.replace("\"name\":", "\"" + field + "\":" + value + ",\"name\":");
    assertThat(body).isNotEqualTo(sound);
    Step.Walk.Fallen<Draft> fallen = fallenHit(browsing.delivery(body));
    assertThat(fallen.reason()).isEqualTo(reason);
    assertThat(fallen.pointer()).isEqualTo(pointer);
  }

  @Test
  void texts_have_an_end() {
    for (String field : List.of("title", "url", "content", "name", "referrer")) {
      Map<String, Object> page = browsing.page("/");
      page.put(field, "https://" + Browsing.HOST + "/" + "x".repeat(5_000));
      assertThat(fallenHit(browsing.delivery(page)).reason()).as(field).isEqualTo(Reason.TOO_LONG);
    }
    Map<String, Object> many = browsing.hit("x");
    Map<String, Object> props = new HashMap<>();
    for (int i = 0; i < 21; i++) {
      props.put("p" + i, i);
    }
    many.put("props", props);
    assertThat(fallenHit(browsing.delivery(many)).reason()).isEqualTo(Reason.OUT_OF_RANGE);
  }

  @Test
  void script_in_a_text_is_text() {
    Map<String, Object> page = browsing.page("/");
    page.put("title", "<script>alert(1)</script>");
    assertThat(hits(browsing.delivery(page)).getFirst().facts().title())
        .isEqualTo("<script>alert(1)</script>");
  }

  @Test
  void what_a_newer_tracker_adds_is_passed_over() {
    Map<String, Object> page = browsing.page("/");
    page.put("mood", Map.of("deep", List.of(1)));
    assertThat(hits(browsing.delivery(page))).hasSize(1);
  }

  @Test
  void one_bad_hit_does_not_take_the_others_along() {
    Map<String, Object> bad = browsing.page("/b");
    bad.remove("at");
    Sorted sorted = sorted(browsing.delivery(browsing.page("/a"), bad, browsing.page("/c")));
    assertThat(sorted.load().hits()).hasSize(2);
    Quarantined aside = sorted.load().quarantined().getFirst();
    assertThat(aside.reason()).isEqualTo(Reason.MISSING);
    assertThat(aside.pointer()).isEqualTo("/hits/0/at");
    assertThat(aside.body()).contains("/b").doesNotContain("/a\"").doesNotContain("/c\"");
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

  private static Delivery with(
      Delivery delivery, String site, String agent, boolean wish, Delivery.Body body) {
    return new Delivery(
        site,
        delivery.address(),
        agent,
        delivery.host(),
        delivery.origin(),
        wish,
        delivery.receivedAt(),
        body);
  }

  private @Nullable Reason fallen(Delivery delivery) {
    return Step.walk(way.ofDelivery, Parcel.of(delivery)) instanceof Step.Walk.Fallen<Parcel> fallen
        ? fallen.reason()
        : null;
  }

  private Step.Walk.Fallen<Draft> fallenHit(Delivery delivery) {
    return (Step.Walk.Fallen<Draft>) Step.walk(way.ofHit, new Draft(parcel(delivery), 0, null));
  }

  private List<Hit> hits(Delivery delivery) {
    return sorted(delivery).load().hits();
  }

  private Sorted sorted(Delivery delivery) {
    return Sorted.of(parcel(delivery), way.ofHit);
  }

  private Parcel parcel(Delivery delivery) {
    return ((Step.Walk.Through<Parcel>) Step.walk(way.ofDelivery, Parcel.of(delivery))).value();
  }

  private static Site site(boolean consent, boolean doNotTrack) {
    return new Site(
        UUID.randomUUID(),
        KEY,
        "官网",
        List.of(Browsing.HOST),
        consent,
        doNotTrack,
        null,
        false,
        Instant.EPOCH);
  }
}
