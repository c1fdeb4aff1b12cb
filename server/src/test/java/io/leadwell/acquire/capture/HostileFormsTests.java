package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.FormWorld.PHONE;
import static io.leadwell.acquire.capture.FormWorld.from;
import static io.leadwell.acquire.capture.Samples.design;
import static io.leadwell.acquire.capture.Samples.field;
import static io.leadwell.acquire.capture.Samples.usual;
import static io.leadwell.tables.capture.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Role;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What enemies send is refused with a sentence, or kept as text that runs nowhere. */
@OnPostgres
@Import(FormWorld.class)
class HostileFormsTests {

  private static final String FORM = "application/x-www-form-urlencoded";

  @Autowired private FormWorld world;
  @Autowired private Keys keys;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  @BeforeEach
  void open() {
    world.open();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Browser key() {
    String key = keys.create("script", Role.ADMIN, null, Caller.system()).secret();
    return new Browser(port).with("Authorization", "Bearer " + key);
  }

  @Test
  void what_is_larger_than_anybody_types_is_refused_before_it_is_read() {
    world.published("demo", usual());
    Browser browser = from(port, "10.0.0.1");

    Browser.Answer large = browser.raw("/p/f/demo", FORM, "name=" + "x".repeat(70_000));
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.text()).contains("<h1>").doesNotContain("xxx");
    assertThat(large.headers().firstValue("Content-Security-Policy")).isNotEmpty();
    assertThat(browser.raw("/p/f/demo", FORM, "a=1&".repeat(15_000)).status()).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/xml",
        "text/html;;;",
        "*/*"
      })
  void what_is_no_form_is_refused(String type) {
    world.published("demo", usual());

    Browser.Answer refused = from(port, "10.0.0.1").raw("/p/f/demo", type, "{\"name\":\"x\"}");

    assertThat(refused.status()).isBetween(400, 499);
    assertThat(dsl.fetchCount(SUBMISSION)).isZero();
  }

  @Test
  void a_body_without_an_end_is_not_waited_for() throws IOException {
    world.published("demo", usual());
    String head =
        "POST /p/f/demo HTTP/1.1\r\nHost: x\r\nContent-Type: "
            + FORM
            + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      String line = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(line).isEqualTo("HTTP/1.1 413");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/p/f/..%2f..%2fetc%2fpasswd",
        "/p/f/%2e%2e/%2e%2e/application.yaml",
        "/p/f/demo%00",
        "/p/f/demo;x=1/thanks?t=1",
        "/p/f/DEMO",
        "/p/f/demo/thanks?t=%00%ff",
        "/p/f/demo/thanks",
        "/p/f/demo/../../assets/form.css",
        "/p/f/demo%0d%0aX-Evil:%201",
        "/p/f/%E8%A1%A8%E5%8D%95"
      })
  void paths_lead_nowhere_else(String path) {
    world.published("demo", usual());

    Browser.Answer answer = from(port, "10.0.0.1").get("!" + path);

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
    assertThat(answer.text()).doesNotContain("Exception");
  }

  @Test
  void what_no_database_takes_and_no_spreadsheet_should_run_is_kept_as_text() throws IOException {
    Form form =
        world.published(
            "demo",
            design(
                field("name", FieldKind.NAME, true),
                field("phone", FieldKind.PHONE, true),
                field("free", FieldKind.LONG_TEXT, false)));
    String formula = "=HYPERLINK(\"http://evil\",\"x\")";
    Browser browser = from(port, "10.0.0.1").with("Referer", "http://x/\u00ff");

    Browser.Answer sent =
        browser.form(
            "/p/f/demo?" + "a=%00&b=%ff%fe",
            world.filled(
                form, "name", "=1+1\u0000", "phone", PHONE, "free", formula, "_url", "x\u0000y"));
    assertThat(sent.status()).isEqualTo(303);
    assertThat(world.leads()).isEqualTo(1);

    Browser.Answer csv = key().get("/submissions/export?format=csv&form=" + form.id());
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.text()).contains("'=1+1").contains("'=HYPERLINK").doesNotContain(",=");
    Browser.Answer list = key().get("/submissions?form=" + form.id());
    assertThat(list.json().path("items").get(0).path("name").asString()).isEqualTo("=1+1");
  }

  @Test
  void a_form_of_a_hundred_thousand_blanks_or_names_is_no_work() {
    Form form = world.published("demo", usual());
    Browser browser = from(port, "10.0.0.1");

    Map<String, List<String>> blanks =
        world.filled(form, "name", " ".repeat(20_000) + "x" + "\t".repeat(10_000), "phone", PHONE);
    assertThat(browser.form("/p/f/demo", blanks).status()).isEqualTo(303);
    Map<String, List<String>> halves =
        world.filled(form, "name", "\ud800".repeat(3_000), "phone", PHONE);
    assertThat(browser.form("/p/f/demo", halves).status()).isBetween(300, 499);
  }

  @Test
  void an_address_that_a_platform_wrote_in_its_own_way_shows_the_form_and_is_kept_as_it_came() {
    world.published("demo", usual());

    Browser.Answer page =
        from(port, "10.0.0.1").get("!/p/f/demo?lang=en&keyword=%CA%FD%BE%DD&cut=%e6%95");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("keyword=%CA%FD%BE%DD");
  }

  @Test
  void a_form_says_nothing_about_who_else_left_it() {
    Form form = world.published("demo", usual());
    Browser one = from(port, "10.0.0.1");
    one.form("/p/f/demo", world.filled(form, "name", "王伟", "phone", PHONE));

    Browser.Answer other =
        from(port, "10.0.0.2").form("/p/f/demo", world.filled(form, "name", "李娜", "phone", PHONE));

    assertThat(other.status()).isEqualTo(303);
    assertThat(other.text()).doesNotContain("王伟");
  }

  @Test
  void scripts_ask_within_limits_only() {
    Form form = world.published("demo", usual());
    Browser browser = from(port, "10.0.0.1");
    String token = world.token(form);

    Set<Integer> answers = new HashSet<>();
    for (int i = 0; i < 3_000 && !answers.contains(429); i++) {
      answers.add(browser.form("/p/f/demo/start", Samples.filled("_token", token)).status());
    }
    assertThat(answers).containsExactlyInAnyOrder(204, 429);
    assertThat(browser.get("!/p/f/demo/challenge").json().path("challenge").asString()).hasSize(64);
  }

  @Test
  void a_design_that_is_no_design_is_refused_with_places() {
    Browser admin = key();
    Browser.Answer made = admin.post("/forms", Map.of("name", "x", "preset", "demo"));
    assertThat(made.status()).isEqualTo(201);
    String id = made.json().path("id").asString();

    String deep = "[".repeat(2_000) + "]".repeat(2_000);
    for (String draft :
        List.of(
            "{\"fields\":[{\"kind\":\"rocket\"}]}",
            "{\"fields\":" + deep + "}",
            "{\"fields\":{}}",
            "{\"title\":1}",
            "{\"assigned\":{\"sourceClass\":\"x\"}}",
            "{\"guard\":{\"proof\":\"never\"}}")) {
      String body = "{\"revision\":1,\"name\":\"x\",\"slug\":\"x\",\"draft\":" + draft + "}";
      assertThat(put(admin, "/api/v1/forms/" + id, body)).as(draft).isEqualTo(422);
    }
    Browser.Answer flawed =
        admin.put(
            "/forms/" + id,
            Map.of(
                "revision",
                1,
                "name",
                "x",
                "slug",
                "../etc",
                "draft",
                Map.of(
                    "fields",
                    List.of(Map.of("key", "<b>", "required", false, "progressive", false)))));
    assertThat(flawed.status()).isEqualTo(422);
    assertThat(flawed.text()).contains("fields[0].key").contains("slug");
  }

  private static int put(Browser browser, String path, String body) {
    return browser.send("PUT", "!" + path, new Raw(body)).status();
  }

  /** Written into JSON as it is. */
  private record Raw(@com.fasterxml.jackson.annotation.JsonRawValue String body) {

    @com.fasterxml.jackson.annotation.JsonValue
    @com.fasterxml.jackson.annotation.JsonRawValue
    String value() {
      return body;
    }
  }
}
