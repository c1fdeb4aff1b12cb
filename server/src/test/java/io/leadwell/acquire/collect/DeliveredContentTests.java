package io.leadwell.acquire.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a delivery holds: each hit stands or falls alone. */
class DeliveredContentTests extends WayWorld {

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
}
