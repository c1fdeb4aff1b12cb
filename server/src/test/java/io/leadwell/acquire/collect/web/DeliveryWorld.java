package io.leadwell.acquire.collect.web;

import io.leadwell.acquire.collect.Site;
import io.leadwell.acquire.collect.SiteDraft;
import io.leadwell.acquire.collect.Sites;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages of a site that deliver over the net. */
abstract class DeliveryWorld {

  static final String PAGE = "https://www.example.com";
  static final String AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36";

  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  final Random random = new Random();

  @Autowired Sites sites;
  @LocalServerPort int port;

  Site site = site();
  String address = "";

  @BeforeEach
  void open() {
    site = sites.add(draft(null), Caller.system());
    // Each test is an address of its own, so that none uses up what is another's.
    address = "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
  }

  String body(UUID visitor, boolean keep) {
    long now = System.currentTimeMillis();
    return """
    {"visitor":"%s","sent":%d,"keep":%s,"hits":[{"id":"%s","at":%d,"name":"page",
    "visit":"%s","url":"%s/a?utm_source=baidu","title":"首页"}]}
    """
        .formatted(visitor, now, keep, Ids.next(), now, Ids.next(), PAGE);
  }

  HttpResponse<String> post(String body) {
    return post("/c/" + site.key(), body);
  }

  HttpResponse<String> post(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("User-Agent", AGENT)
        .header("Origin", PAGE)
        .header("X-Forwarded-For", address);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static SiteDraft draft(@org.jspecify.annotations.Nullable String cookieDomain) {
    return new SiteDraft(
        "官网", List.of("www.example.com"), cookieDomain != null, true, cookieDomain, false);
  }

  static Site site() {
    return new Site(
        Ids.next(), "", "", List.of(), false, false, null, false, java.time.Instant.EPOCH);
  }
}
