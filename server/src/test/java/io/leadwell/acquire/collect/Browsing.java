package io.leadwell.acquire.collect;

import io.leadwell.base.platform.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's browser in a test: makes the deliveries that the script on a page would make. */
final class Browsing {

  static final String AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36";
  static final String HOST = "www.example.com";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final String site;
  final UUID visitor;
  UUID visit = Ids.next();
  Instant now;

  Browsing(String site, Instant now) {
    this(site, Ids.next(), now);
  }

  Browsing(String site, UUID visitor, Instant now) {
    this.site = site;
    this.visitor = visitor;
    this.now = now;
  }

  Browsing pass(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** After a long pause. */
  Browsing comesBack() {
    visit = Ids.next();
    return pass(Duration.ofHours(20));
  }

  Map<String, Object> page(String path) {
    Map<String, Object> hit = hit(Hit.PAGE);
    hit.put("url", "https://" + HOST + path);
    hit.put("title", "页面 " + path);
    return hit;
  }

  Map<String, Object> read(String path, String content) {
    Map<String, Object> hit = page(path);
    hit.put("content", content);
    return hit;
  }

  Map<String, Object> dwell(Map<String, Object> page, Duration seen, int depth) {
    Map<String, Object> hit = hit(Hit.DWELL);
    hit.put("page", page.get("id"));
    hit.put("ms", seen.toMillis());
    hit.put("depth", depth);
    return hit;
  }

  Map<String, Object> hit(String name) {
    Map<String, Object> hit = new LinkedHashMap<>();
    hit.put("id", Ids.next().toString());
    hit.put("at", now.toEpochMilli());
    hit.put("name", name);
    hit.put("visit", visit.toString());
    return hit;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final String body(Map<String, Object>... hits) {
    return body(Arrays.asList(hits));
  }

  String body(List<Map<String, Object>> hits) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("visitor", visitor.toString());
    body.put("sent", now.toEpochMilli());
    body.put("lang", "zh-CN");
    body.put("hits", hits);
    return JSON.writeValueAsString(body);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final Delivery delivery(Map<String, Object>... hits) {
    return delivery(body(hits));
  }

  Delivery delivery(String body) {
    return delivery(site, body, now);
  }

  static Delivery delivery(String site, String body, Instant receivedAt) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Delivery(
        site,
        "114.114.114.114",
        AGENT,
        "lw.example.com",
        "https://" + HOST,
        false,
        receivedAt,
        atMost -> Arrays.copyOf(bytes, Math.min(atMost, bytes.length)));
  }
}
