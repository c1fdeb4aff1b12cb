package io.leadwell.acquire.collect.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.testing.OnPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What enemies deliver: refused, never waited for. */
@OnPostgres
class HostileDeliveriesTests extends DeliveryWorld {

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
}
