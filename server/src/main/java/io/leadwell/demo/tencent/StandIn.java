package io.leadwell.demo.tencent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tencent's interfaces on a port of this machine. Tokens must be right, numbers of errors are
 * Tencent's, and each path can be told to fail.
 */
public final class StandIn implements AutoCloseable {

  /** A call as a handler sees it. */
  record Call(String path, Map<String, String> query, JsonNode body, byte[] raw) {

    String text(String field) {
      return body.path(field).asString("");
    }
  }

  /** What goes wrong the next times a path is called. */
  public sealed interface Failure {
    /** Refused with a number. */
    record Refused(int number, String words) implements Failure {}

    /** An answer of the web server in front. */
    record Broken(int status) implements Failure {}

    /** The deed is done, and the answer never comes. */
    record Silent() implements Failure {}
  }

  /** An answer that refuses. */
  static final class Refusal extends RuntimeException {
    private final int number;

    Refusal(int number, String words) {
      super(words);
      this.number = number;
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Map<String, Deque<Failure>> failures = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final StandInCorp corp;
  private final StandInAccount account;

  private StandIn(HttpServer server) {
    this.server = server;
    this.corp = new StandInCorp(address());
    this.account = new StandInAccount();
  }

  public static StandIn start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
      StandIn standIn = new StandIn(server);
      server.setExecutor(standIn.threads);
      server.createContext("/", standIn::handle);
      server.start();
      return standIn;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public StandInCorp corp() {
    return corp;
  }

  public StandInAccount account() {
    return account;
  }

  /** The next {@code times} calls of a path go wrong. */
  public void fail(String path, int times, Failure failure) {
    Deque<Failure> queue = failures.computeIfAbsent(path, _ -> new ArrayDeque<>());
    synchronized (queue) {
      for (int i = 0; i < times; i++) {
        queue.add(failure);
      }
    }
  }

  /** What was to go wrong with a path does not, from now on. */
  public void mend(String path) {
    failures.remove(path);
  }

  /** Every token given so far is good for nothing. */
  public void endTokens() {
    tokens.clear();
  }

  public int calls(String path) {
    return calls.getOrDefault(path, new AtomicInteger()).get();
  }

  /** As if just started. */
  public void reset() {
    failures.clear();
    calls.clear();
    tokens.clear();
    corp.reset();
    account.reset();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    calls.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
    byte[] raw = exchange.getRequestBody().readAllBytes();
    Failure failure = next(path);
    if (failure instanceof Failure.Broken broken) {
      send(
          exchange,
          broken.status(),
          "text/html",
          "<h1>Bad gateway</h1>".getBytes(StandardCharsets.UTF_8));
      return;
    }
    if (failure instanceof Failure.Refused refused) {
      json(exchange, Map.of("errcode", refused.number(), "errmsg", refused.words()));
      return;
    }
    if (path.startsWith("/qr/")) {
      send(exchange, 200, "image/png", StandInPicture.of(path));
      return;
    }
    Map<String, Object> answer = answer(path, query(exchange), raw);
    if (failure instanceof Failure.Silent) {
      // Closed without a word: the caller cannot know that it was done.
      exchange.close();
      return;
    }
    json(exchange, answer);
  }

  private Map<String, Object> answer(String path, Map<String, String> query, byte[] raw) {
    try {
      Call call = new Call(path, query, body(raw), raw);
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("errcode", 0);
      answer.put("errmsg", "ok");
      answer.putAll(route(call));
      return answer;
    } catch (Refusal refusal) {
      return Map.of("errcode", refusal.number, "errmsg", String.valueOf(refusal.getMessage()));
    }
  }

  private Map<String, Object> route(Call call) {
    switch (call.path()) {
      case "/cgi-bin/gettoken" -> {
        return token(
            corp.admit(
                call.query().getOrDefault("corpid", ""),
                call.query().getOrDefault("corpsecret", "")));
      }
      case "/cgi-bin/stable_token" -> {
        return token(account.admit(call.text("appid"), call.text("secret")));
      }
      default -> {
        String holder = tokens.get(call.query().getOrDefault("access_token", ""));
        if (holder == null) {
          throw new Refusal(40014, "invalid access_token");
        }
        return holder.equals("corp") ? corp.answer(call) : account.answer(call);
      }
    }
  }

  private Map<String, Object> token(String holder) {
    String token = UUID.randomUUID().toString();
    tokens.put(token, holder);
    return Map.of("access_token", token, "expires_in", 7200);
  }

  private @Nullable Failure next(String path) {
    Deque<Failure> queue = failures.get(path);
    if (queue == null) {
      return null;
    }
    synchronized (queue) {
      return queue.poll();
    }
  }

  private static JsonNode body(byte[] raw) {
    boolean object = raw.length > 0 && raw[0] == '{';
    return object ? JSON.readTree(raw) : JSON.createObjectNode();
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(
          parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static void json(HttpExchange exchange, Map<String, Object> answer) throws IOException {
    send(exchange, 200, "application/json; charset=UTF-8", JSON.writeValueAsBytes(answer));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
