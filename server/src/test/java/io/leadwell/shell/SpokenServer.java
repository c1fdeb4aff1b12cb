package io.leadwell.shell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers requests with prepared documents and remembers what was asked. */
final class SpokenServer implements AutoCloseable {

  /** One request as it came. */
  record Asked(String line, String body, String authorization, String language) {}

  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  final List<Asked> asked = new ArrayList<>();

  SpokenServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Answers to the same request come in the order given; the last one stays. */
  SpokenServer answers(String request, int status, String body) {
    answers.computeIfAbsent(request, r -> new ArrayDeque<>()).add(new Answer(status, body));
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<String> lines() {
    return asked.stream().map(Asked::line).toList();
  }

  Asked last(String line) {
    return asked.stream().filter(a -> a.line().equals(line)).reduce((a, b) -> b).orElseThrow();
  }

  private void answer(HttpExchange exchange) {
    String path = exchange.getRequestURI().toString().replaceFirst("^/api/v1", "");
    String line = exchange.getRequestMethod() + " " + path;
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(
          new Asked(
              line, body, header(exchange, "Authorization"), header(exchange, "Accept-Language")));
      Deque<Answer> prepared = answers.getOrDefault(line, new ArrayDeque<>());
      Answer answer = prepared.size() > 1 ? prepared.removeFirst() : prepared.peekFirst();
      if (answer == null) {
        answer = new Answer(404, "{\"detail\":\"nothing prepared for " + line + "\"}");
      }
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
