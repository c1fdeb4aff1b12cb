package io.leadwell.connect.baidu;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks {@code OpenApiReportService/getReportData}, the interface as documented in 2026. Everything
 * that is particular to it is in here and in {@link ReportRows}; another version of the interface
 * is another pair of classes.
 */
@Component
class ReportApi {

  static final int PAGE = 200;

  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration ANSWERING = Duration.ofSeconds(60);
  private static final int LARGEST_ANSWER = 16 << 20;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI address;
  private final JsonMapper json;

  /**
   * @param base from the configuration alone: nobody who may only use the app says where tokens go
   */
  ReportApi(@Value("${leadwell.baidu.address}") URI base, JsonMapper json) {
    this.address = base.resolve("OpenApiReportService/getReportData");
    this.json = json;
  }

  /** One page of the report of one day, from row {@code start} on. */
  ReportAnswer page(Credentials as, ReportLevel level, LocalDate day, int start, int rows) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("reportType", ReportRows.type(level));
    body.put("startDate", day.toString());
    body.put("endDate", day.toString());
    body.put("timeUnit", "DAY");
    body.put("columns", ReportRows.columns(level));
    body.put("sorts", List.of());
    body.put("filters", List.of());
    body.put("startRow", start);
    body.put("rowCount", rows);
    body.put("needSum", false);
    Map<String, Object> request =
        Map.of(
            "header", Map.of("userName", as.userName(), "accessToken", as.token()), "body", body);
    try {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(address)
                  .timeout(ANSWERING)
                  .header("Content-Type", "application/json; charset=utf-8")
                  .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(request)))
                  .build(),
              BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
      return read(response, level, day);
    } catch (IOException e) {
      return new ReportAnswer.Refused(Trouble.UNREACHABLE, null, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ReportAnswer.Refused(Trouble.UNREACHABLE, null, "interrupted");
    }
  }

  private ReportAnswer read(HttpResponse<byte[]> response, ReportLevel level, LocalDate day) {
    int status = response.statusCode();
    String said = "HTTP " + status;
    if (status == 429 || status == 421) {
      return new ReportAnswer.Refused(Trouble.TOO_OFTEN, null, said);
    }
    if (status >= 500) {
      return new ReportAnswer.Refused(Trouble.BUSY, null, said);
    }
    if (status == 401 || status == 403) {
      return new ReportAnswer.Refused(
          status == 401 ? Trouble.SIGN_IN : Trouble.FORBIDDEN, null, said);
    }
    try {
      return ReportRows.read(json.readTree(response.body()), level, day);
    } catch (JacksonException e) {
      return new ReportAnswer.Refused(Trouble.UNREADABLE, null, said);
    }
  }
}
