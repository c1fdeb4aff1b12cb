package io.leadwell.connect.baidu;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks as Baidu's report interface does: account and token in the body, pages by startRow and
 * rowCount, refusals in the header of an answer that HTTP calls fine.
 */
final class FakeBaidu implements AutoCloseable {

  static final String USER = "yunfan-sem";
  static final String TOKEN = "eyJhbGciOiJIUzM4NCJ9.fake.token-0001";

  /** A row as the report of keywords has it. */
  record Row(
      String plan, String unit, String keyword, long impressions, long clicks, String cost) {}

  /** An answer that comes instead of the report. */
  record Odd(int status, String body) {}

  final List<JsonNode> asked = new CopyOnWriteArrayList<>();
  final ConcurrentLinkedDeque<Odd> odd = new ConcurrentLinkedDeque<>();
  volatile Function<LocalDate, List<Row>> rows = day -> List.of();
  volatile @Nullable Runnable before;

  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpServer server;

  FakeBaidu() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/json/sms/service/OpenApiReportService/getReportData", this::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/json/sms/service/");
  }

  static Odd refusal(int status, String code, String message) {
    return new Odd(
        200,
        """
        {"header":{"desc":"failure","status":%d,"failures":[{"code":%s,"message":"%s","position":"","content":null}]},"body":{"data":[]}}
        """
            .formatted(status, code, message));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = json.readTree(exchange.getRequestBody().readAllBytes());
      asked.add(request);
      Runnable first = before;
      if (first != null) {
        first.run();
      }
      Odd instead = odd.poll();
      Odd answer = instead == null ? new Odd(200, report(request)) : instead;
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String report(JsonNode request) {
    JsonNode header = request.path("header");
    if (!header.path("userName").asString("").equals(USER)
        || !header.path("accessToken").asString("").equals(TOKEN)) {
      return refusal(2, "8102", "Token is invalid").body();
    }
    JsonNode body = request.path("body");
    LocalDate day = LocalDate.parse(body.path("startDate").asString(""));
    List<Row> all = rows.apply(day);
    int start = body.path("startRow").asInt();
    int end = Math.min(all.size(), start + body.path("rowCount").asInt());
    List<String> columns = new ArrayList<>();
    body.path("columns").forEach(column -> columns.add(column.asString("")));
    List<Map<String, Object>> page = new ArrayList<>();
    for (Row row : all.subList(Math.min(start, end), end)) {
      Map<String, Object> told = new LinkedHashMap<>();
      for (String column : columns) {
        told.put(column, value(column, row, day));
      }
      page.add(told);
    }
    return json.writeValueAsString(
        Map.of(
            "header",
            Map.of("desc", "success", "status", 0, "failures", List.of()),
            "body",
            Map.of(
                "data",
                List.of(
                    Map.of("rows", page, "rowCount", page.size(), "totalRowCount", all.size())))));
  }

  private static Object value(String column, Row row, LocalDate day) {
    return switch (column) {
      case "date" -> day.toString();
      case "userName" -> USER;
      case "campaignNameStatus" -> row.plan();
      case "adGroupNameStatus" -> row.unit();
      case "wInfoNameStatus" -> row.keyword();
      case "impression" -> row.impressions();
      case "click" -> row.clicks();
      // Baidu tells money as text in some reports and as a number in others
      case "cost" -> row.cost();
      default -> throw new IllegalArgumentException(column);
    };
  }
}
