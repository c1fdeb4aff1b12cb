package io.leadwell.acquire.collect.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.collect.Site;
import io.leadwell.acquire.collect.SiteDraft;
import io.leadwell.acquire.collect.Sites;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public routes as strangers call them, friendly ones and others. */
@OnPostgres
class CollectRoutesTests {

  private static final String PAGE = "https://www.example.com";
  private static final String AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Random random = new Random();

  @Autowired private Sites sites;
  @LocalServerPort private int port;
  private Site site = site();
  private String address = "";

  @BeforeEach
  void open() {
    site = sites.add(draft(null), Caller.system());
    // Each test is an address of its own, so that none uses up what is another's.
    address = "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
  }

  @Test
  void a_delivery_is_answered_with_nothing_when_it_is_on_the_disk() {
    HttpResponse<String> answer = post(body(Ids.next(), false));
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void any_page_may_call_and_read_the_answer() {
    HttpResponse<String> answer = post(body(Ids.next(), false));
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(PAGE);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).hasValue("true");
    HttpResponse<String> asked =
        send(
            request("/c/" + site.key())
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type"));
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .contains("POST");
  }

  @Test
  void the_visitors_cookie_is_made_again_for_a_year_unless_it_is_another_visitors() {
    UUID visitor = Ids.next();
    String fresh = post(body(visitor, true)).headers().firstValue("Set-Cookie").orElse("");
    assertThat(fresh)
        .startsWith("lw_v=" + visitor + ";")
        .contains("Max-Age=34560000")
        .contains("SameSite=Lax")
        .doesNotContain("HttpOnly")
        .doesNotContain("Domain");
    HttpRequest.Builder same =
        delivery(body(visitor, true)).header("Cookie", "a=b; lw_v=" + visitor);
    assertThat(send(same).headers().firstValue("Set-Cookie")).isPresent();
    HttpRequest.Builder other =
        delivery(body(visitor, true)).header("Cookie", "lw_v=" + Ids.next());
    assertThat(send(other).headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void the_app_gives_these_routes_neither_its_cookie_nor_its_token() {
    HttpResponse<String> answer = post(body(Ids.next(), false));
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    HttpResponse<String> script = send(request("/c/" + site.key() + ".js").GET());
    assertThat(script.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void what_cannot_be_taken_is_refused_with_a_status_that_says_whether_to_come_again() {
    assertThat(post("/c/unknownsite", body(Ids.next(), false)).statusCode()).isEqualTo(404);
    assertThat(post("no json").statusCode()).isEqualTo(400);
    assertThat(post("").statusCode()).isEqualTo(400);
    assertThat(post("{\"hits\":[]}").statusCode()).isEqualTo(400);
    assertThat(post("x".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(post("[".repeat(30_000)).statusCode()).isEqualTo(400);
    HttpRequest.Builder robot =
        delivery(body(Ids.next(), false)).setHeader("User-Agent", "curl/8.1");
    assertThat(send(robot).statusCode()).isEqualTo(403);
    HttpRequest.Builder wish = delivery(body(Ids.next(), false)).header("DNT", "1");
    assertThat(send(wish).statusCode()).isEqualTo(403);
  }

  @Test
  void strange_addresses_and_methods_meet_no_more_than_a_refusal() {
    for (String path :
        List.of(
            "/c/",
            "/c/../api/v1/sites",
            "/c/%2e%2e/%2e%2e/etc/passwd",
            "/c/UPPER",
            "/c/a;b=c",
            "/c/" + "a".repeat(3_000),
            "/c/%00abc",
            "/c/own.js/x",
            "/c/'or'1'='1")) {
      for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
        int status =
            raw(
                method
                    + " "
                    + path
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                    + "Connection: close\r\n\r\n{}");
        assertThat(status).as("%s %s", method, path).isBetween(400, 499);
      }
    }
  }

  @Test
  void a_flood_of_one_address_is_let_in_by_the_burst_and_told_to_wait_and_nothing_breaks()
      throws Exception {
    Map<Integer, Integer> answers = new TreeMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Map<Integer, Integer>>> work = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        work.add(
            threads.submit(() -> {
              Map<Integer, Integer> mine = new HashMap<>();
              for (int j = 0; j < 10_000 / 16; j++) {
                HttpResponse<String> answer = post(body(Ids.next(), false));
                mine.merge(answer.statusCode(), 1, Integer::sum);
                if (answer.statusCode() == 429) {
                  assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
                }
              }
              return mine;
            }));
      }
      for (Future<Map<Integer, Integer>> each : work) {
        each.get().forEach((status, count) -> answers.merge(status, count, Integer::sum));
      }
    }
    assertThat(answers.keySet()).isSubsetOf(204, 429, 503);
    assertThat(answers.get(204)).isGreaterThanOrEqualTo(400);
    assertThat(answers.get(429)).isGreaterThan(3_000);
  }

  @Test
  void bodies_of_noise_are_refused_and_never_break_anything() {
    Random noise = new Random(20_261_126);
    String sound = body(Ids.next(), true);
    for (int i = 0; i < 2_000; i++) {
      if (i % 300 == 0) {
        address = "10.1." + noise.nextInt(256) + "." + noise.nextInt(256);
      }
      assertThat(post(mutated(sound, noise)).statusCode()).isIn(204, 400, 413, 429);
    }
  }

  @Test
  void a_body_that_is_packed_or_never_ends_is_not_waited_for() throws IOException {
    java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(body(Ids.next(), false).getBytes(StandardCharsets.UTF_8));
    }
    HttpRequest.Builder zipped =
        request("/c/" + site.key())
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()));
    assertThat(send(zipped).statusCode()).isEqualTo(400);
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /c/"
                  + site.key()
                  + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: "
                  + AGENT
                  + "\r\nContent-Length: 5000\r\n\r\n{\"hits\":")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      socket.shutdownOutput();
      byte[] answer = socket.getInputStream().readAllBytes();
      assertThat(new String(answer, StandardCharsets.US_ASCII)).doesNotContain(" 500 ");
    }
    assertThat(post(body(Ids.next(), false)).statusCode()).isEqualTo(204);
  }

  @Test
  void the_script_says_how_its_site_is_set_and_may_be_kept_for_a_while() {
    site = sites.change(site.id(), _ -> draft("example.com"), Caller.system());
    HttpResponse<String> script = send(request("/c/" + site.key() + ".js").GET());
    if (CollectRoutesTests.class.getResource("/tracker/lw.js") == null) {
      // The script is built by npm; a build of Java alone has none to serve.
      assertThat(script.statusCode()).isEqualTo(404);
      return;
    }
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/javascript");
    assertThat(script.headers().firstValue("Cache-Control").orElse("")).contains("max-age=600");
    assertThat(script.body())
        .contains("\"consent\":true")
        .contains("\"domain\":\"example.com\"")
        .doesNotContain("LW_SETTINGS");
    String tag = script.headers().firstValue("ETag").orElse("");
    HttpRequest.Builder again =
        request("/c/" + site.key() + ".js").GET().header("If-None-Match", tag);
    assertThat(send(again).statusCode()).isEqualTo(304);
    assertThat(send(request("/c/unknownsite.js").GET()).statusCode()).isEqualTo(404);
    assertThat(send(request("/c/own.js").GET()).statusCode()).isEqualTo(200);
  }

  private static String mutated(String sound, Random noise) {
    StringBuilder body = new StringBuilder(sound);
    for (int i = noise.nextInt(6); i >= 0; i--) {
      int at = noise.nextInt(body.length());
      switch (noise.nextInt(5)) {
        case 0 -> body.deleteCharAt(at);
        case 1 -> body.insert(at, (char) noise.nextInt(0x3000));
        case 2 -> body.setCharAt(at, "{}[]\",:\\0-9e.".charAt(noise.nextInt(13)));
        case 3 -> body.insert(at, "\\u0000");
        default -> body.insert(at, body.substring(at, Math.min(body.length(), at + 40)));
      }
    }
    return body.toString();
  }

  private String body(UUID visitor, boolean keep) {
    long now = System.currentTimeMillis();
    return """
    {"visitor":"%s","sent":%d,"keep":%s,"hits":[{"id":"%s","at":%d,"name":"page",
    "visit":"%s","url":"%s/a?utm_source=baidu","title":"首页"}]}
    """
        .formatted(visitor, now, keep, Ids.next(), now, Ids.next(), PAGE);
  }

  private HttpResponse<String> post(String body) {
    return post("/c/" + site.key(), body);
  }

  private HttpResponse<String> post(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder delivery(String body) {
    return request("/c/" + site.key()).POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("User-Agent", AGENT)
        .header("Origin", PAGE)
        .header("X-Forwarded-For", address);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends what no HTTP client would, and returns the status. */
  private int raw(String request) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(answer.substring(9, 12));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static SiteDraft draft(@org.jspecify.annotations.Nullable String cookieDomain) {
    return new SiteDraft(
        "官网", List.of("www.example.com"), cookieDomain != null, true, cookieDomain, false);
  }

  private static Site site() {
    return new Site(
        Ids.next(), "", "", List.of(), false, false, null, false, java.time.Instant.EPOCH);
  }
}
