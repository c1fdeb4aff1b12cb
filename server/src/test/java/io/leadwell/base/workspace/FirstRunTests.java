package io.leadwell.base.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.DataFolder;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnPostgres
class FirstRunTests {

  @Autowired private FirstRun firstRun;
  @Autowired private Attempts attempts;
  @Autowired private Members members;
  @Autowired private DataFolder data;
  @Autowired private JsonMapper json;
  @LocalServerPort private int port;
  private Path code = Path.of("setup-code");

  @BeforeEach
  void prepare() {
    attempts.forget();
    firstRun.prepare();
    code = data.path().resolve("setup-code");
  }

  private Browser browser() {
    Browser browser = new Browser(port);
    assertThat(browser.get("/session").json().path("state").asString()).isEqualTo("setup");
    return browser;
  }

  private Map<String, String> draft(String setupCode, int number) {
    return Map.of(
        "code", setupCode,
        "workspaceName", "云帆科技",
        "name", "韩梅梅",
        "email", "admin" + number + "@example.com",
        "password", "tall blue heron",
        "locale", "zh-CN");
  }

  @Test
  void the_holder_of_the_code_becomes_administrator_and_is_signed_in() throws IOException {
    Browser browser = browser();
    Browser.Answer answer = browser.post("/setup", draft(Files.readString(code).strip(), 1));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("user").path("permissions").size())
        .isEqualTo(Permission.values().length);
    assertThat(browser.get("/settings").json().path("workspaceName").asString()).isEqualTo("云帆科技");
    assertThat(code).doesNotExist();
    assertThat(browser.post("/setup", draft("anything", 2)).code()).isEqualTo("alreadySetUp");
  }

  @Test
  void a_wrong_code_opens_nothing() {
    Browser browser = browser();
    Browser.Answer answer = browser.post("/setup", draft("guess", 1));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("wrongSetupCode");
    assertThat(members.all()).isEmpty();
  }

  @Test
  void a_poor_password_leaves_the_set_up_open() throws IOException {
    Map<String, String> draft = new java.util.HashMap<>(draft(Files.readString(code).strip(), 1));
    draft.put("password", "12345678");
    Browser browser = browser();
    Browser.Answer answer = browser.post("/setup", draft);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("password");
    assertThat(browser.get("/session").json().path("state").asString()).isEqualTo("setup");
    assertThat(code).exists();
  }

  @Test
  void of_twenty_at_once_exactly_one_becomes_administrator() throws Exception {
    String setupCode = Files.readString(code).strip();
    List<Browser> browsers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      browsers.add(browser());
    }
    CyclicBarrier together = new CyclicBarrier(browsers.size());
    List<Browser.Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(browsers.size())) {
      List<Future<Browser.Answer>> races = new ArrayList<>();
      for (Browser browser : browsers) {
        Map<String, String> draft = draft(setupCode, races.size());
        races.add(
            threads.submit(() -> {
              together.await();
              return browser.post("/setup", draft);
            }));
      }
      for (Future<Browser.Answer> race : races) {
        answers.add(race.get());
      }
    }
    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(a -> a.status() != 200)
        .allSatisfy(a -> assertThat(a.code()).isEqualTo("alreadySetUp"));
    assertThat(members.all()).hasSize(1);
  }

  @Test
  void the_command_line_of_this_machine_needs_no_administrator() throws IOException {
    Path file = data.path().resolve("server.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(code)))
        .isEqualTo("rw-------");
    JsonNode said = json.readTree(Files.readString(file));
    // Of several servers in this process the last one to start has written it.
    URI address = URI.create(said.path("url").asString());
    assertThat(address.getHost()).isEqualTo("127.0.0.1");
    assertThat(said.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
    Browser shell =
        new Browser(address.getPort())
            .with("Authorization", "Bearer " + said.path("key").asString());
    Browser.Answer key = shell.post("/keys", Map.of("name", "nightly", "role", "marketer"));
    assertThat(key.status()).as(key.text()).isEqualTo(201);
    assertThat(key.json().path("key").asString()).startsWith("lw_");
    assertThat(shell.get("/keys").json().get(0).path("createdBy").asString()).isEqualTo("Leadwell");
  }
}
