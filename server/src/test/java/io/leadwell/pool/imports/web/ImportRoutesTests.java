package io.leadwell.pool.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.pool.imports.ImportStatus;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.imports.Mapping;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnPostgres
class ImportRoutesTests {

  private static final String BOUNDARY = "leadwell-boundary";
  private static final String PASSWORD = "tall blue heron";

  @Autowired private Workspaces workspaces;
  @Autowired private Members members;
  @Autowired private Imports imports;
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void signIn() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    browser = signedIn("marketer@example.com", Role.MARKETER);
  }

  @Test
  void the_whole_way_of_a_file_as_the_app_walks_it() throws Exception {
    JsonNode batch =
        upload("线索.csv", "线索编号,姓名,手机,首次接触时间\na1,王伟,13800138000,2026-03-01\na2,李娜,123,2026-03-01\n");
    String path = "/imports/" + batch.path("id").asString();
    assertThat(batch.path("status").asString()).isEqualTo("mapping");
    assertThat(batch.path("format").asString()).isEqualTo("csv");
    assertThat(batch.path("encoding").asString()).isEqualTo("UTF-8");
    assertThat(batch.path("headers").get(2).path("guess").get(0).asString()).isEqualTo("phone");
    assertThat(batch.path("headers").get(0).path("column").asString()).isEqualTo("A");
    assertThat(batch.path("canUndo").asBoolean()).isFalse();

    Browser.Answer mapped =
        browser.put(
            path + "/mapping",
            Map.of(
                "columns",
                Map.of(
                    "线索编号", List.of("key"),
                    "姓名", List.of("name"),
                    "手机", List.of("phone"),
                    "首次接触时间", List.of("lead_at")),
                "defaults",
                Map.of("channel", "官网"),
                "options",
                Map.of("dateOrder", "ymd", "unreadable", "reject")));
    assertThat(mapped.status()).as(mapped.text()).isEqualTo(200);
    imports.await(UUID.fromString(batch.path("id").asString()));

    JsonNode check = browser.get(path).json().path("check");
    assertThat(check.path("new").asLong()).isEqualTo(1);
    assertThat(check.path("bad").asLong()).isEqualTo(1);
    assertThat(check.path("notices").get(0).path("message").asString()).contains("1");
    JsonNode problem = browser.get(path + "/problems").json().path("items").get(0);
    assertThat(problem.path("row").asLong()).isEqualTo(3);
    assertThat(problem.path("column").asString()).isEqualTo("手机");
    assertThat(problem.path("field").asString()).isEqualTo("phone");
    assertThat(problem.path("value").asString()).isEqualTo("123");
    assertThat(problem.path("message").asString()).contains("123");
    assertThat(problem.path("cells").size()).isEqualTo(4);

    assertThat(browser.post(path + "/commit", null).status()).isEqualTo(200);
    imports.await(UUID.fromString(batch.path("id").asString()));
    JsonNode done = browser.get(path).json();
    assertThat(done.path("status").asString()).isEqualTo("done");
    assertThat(done.path("result").path("new").asLong()).isEqualTo(1);
    assertThat(done.path("progress").path("total").asLong()).isEqualTo(2);
    assertThat(done.path("canUndo").asBoolean()).isTrue();
    assertThat(browser.delete(path).code()).isEqualTo("stillIn");
    assertThat(browser.get(path + "/undo").json().path("leads").asLong()).isEqualTo(1);
    assertThat(browser.post(path + "/undo", null).status()).isEqualTo(200);
    imports.await(UUID.fromString(batch.path("id").asString()));
    assertThat(browser.get(path).json().path("status").asString()).isEqualTo("undone");
    assertThat(browser.get("/imports").json().path("items").size()).isEqualTo(1);
    assertThat(browser.delete(path).status()).isEqualTo(204);
    assertThat(browser.get(path).status()).isEqualTo(404);
  }

  @Test
  void cells_that_a_spreadsheet_would_run_come_back_harmless() throws Exception {
    UUID id =
        received("姓名,手机,备注\n=HYPERLINK(\"http://x\"),12,@SUM(A1)\n+cmd|'/c calc'!A0,12,-2+3\n");

    Browser.Answer csv = browser.get("/imports/" + id + "/problems/file?format=csv");

    assertThat(csv.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(v -> assertThat(v).contains(".csv"));
    List<String> lines = Arrays.asList(csv.text().replace("\uFEFF", "").split("\r?\n"));
    assertThat(lines.getFirst()).isEqualTo("错误原因,姓名,手机,备注");
    assertThat(lines.get(1)).contains("\"'=HYPERLINK(", "'@SUM(A1)").startsWith("第 2 行“手机”列：");
    assertThat(lines.get(2)).contains("'+cmd|'/c calc'!A0", "'-2+3");
    assertThat(browser.get("/imports/" + id + "/problems/file?format=xlsx").status())
        .isEqualTo(200);
  }

  @Test
  void kinds_have_labels_in_both_languages_and_templates_map_themselves() throws Exception {
    for (String language : List.of("zh-CN", "en")) {
      JsonNode kinds = browser.with("Accept-Language", language).get("/imports/kinds").json();
      assertThat(
              StreamSupport.stream(kinds.spliterator(), false).map(k -> k.path("kind").asString()))
          .startsWith("leads", "deals");
      for (JsonNode kind : kinds) {
        String name = kind.path("kind").asString();
        String header =
            browser
                .get("/imports/template?format=csv&kind=" + name)
                .text()
                .replace("\uFEFF", "")
                .strip();
        String row = "x,".repeat(kind.path("fields").size() - 1) + "x";
        var batch =
            imports.receive(
                Caller.system(),
                name,
                "t.csv",
                new ByteArrayInputStream(
                    (header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < batch.headers().size(); i++) {
          JsonNode field = kind.path("fields").get(i);
          assertThat(batch.headers().get(i).guess())
              .as(name + "." + field.path("field").asString() + " " + language)
              .containsExactly(field.path("field").asString());
        }
      }
    }
  }

  @Test
  void refusals_are_sentences_with_their_code() {
    Browser.Answer header = send("表头.csv", "姓名,手机\n");
    assertThat(header.code()).isEqualTo("fileWithoutRows");
    Browser.Answer empty = send("空.csv", "");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.code()).isEqualTo("fileEmpty");
    assertThat(empty.json().path("detail").asString()).isEqualTo("文件是空的。请选择有内容的 Excel 或 CSV 文件。");
    assertThat(browser.get("/imports/" + UUID.randomUUID()).code()).isEqualTo("importNotFound");
    assertThat(browser.get("/imports/x").status()).isEqualTo(422);
    assertThat(browser.get("/imports?cursor=nonsense").status()).isEqualTo(422);
  }

  @Test
  void who_may_not_import_sees_nothing_of_it() {
    Browser executive = signedIn("executive@example.com", Role.EXECUTIVE);

    assertThat(executive.get("/imports").status()).isEqualTo(403);
    assertThat(executive.get("/imports/kinds").status()).isEqualTo(403);
  }

  @Test
  void an_error_workbook_opens() throws Exception {
    UUID id = received("姓名,手机\n王伟,12\n");
    var response =
        HttpClient.newHttpClient()
            .send(
                request("/imports/" + id + "/problems/file").GET().build(),
                HttpResponse.BodyHandlers.ofByteArray());
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(response.body()))) {
      assertThat(book.getFirstSheet().read().get(1).getCellText(1)).isEqualTo("王伟");
    }
  }

  private UUID received(String content) throws InterruptedException {
    var batch =
        imports.receive(
            Caller.system(),
            "leads",
            "x.csv",
            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    Map<String, List<String>> columns = new LinkedHashMap<>();
    batch.headers().forEach(h -> columns.put(h.name(), h.guess()));
    imports.map(
        batch.id(), new Mapping(columns, Map.of(), Mapping.Options.usual(), null), Caller.system());
    assertThat(imports.await(batch.id()).status()).isEqualTo(ImportStatus.CHECKED);
    return batch.id();
  }

  private Browser signedIn(String email, Role role) {
    members.join(
        new NewMember("李雷" + email, email, PASSWORD, role, null, null, null, false, "zh-CN"),
        Caller.system());
    Browser who = new Browser(port);
    who.get("/session");
    assertThat(who.post("/login", Map.of("email", email, "password", PASSWORD)).status())
        .isEqualTo(200);
    who.get("/session");
    return who;
  }

  private JsonNode upload(String name, String content) {
    Browser.Answer answer = send(name, content);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private Browser.Answer send(String name, String content) {
    String body =
        "--%1$s\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nleads\r\n--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%2$s\"\r\nContent-Type: text/csv\r\n\r\n%3$s\r\n--%1$s--\r\n"
            .formatted(BOUNDARY, name, content);
    try {
      var response =
          HttpClient.newHttpClient()
              .send(
                  request("/imports")
                      .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                      .POST(HttpRequest.BodyPublishers.ofString(body))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      return new Browser.Answer(response.statusCode(), response.body(), response.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
        .header(
            "Cookie",
            "leadwell="
                + browser.cookie("leadwell")
                + "; XSRF-TOKEN="
                + browser.cookie("XSRF-TOKEN"))
        .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
  }
}
