package io.leadwell.base.workspace;

import static io.leadwell.base.workspace.Workplace.PASSWORD;
import static io.leadwell.base.workspace.Workplace.login;
import static io.leadwell.base.workspace.Workplace.person;
import static io.leadwell.tables.workspace.Tables.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnPostgres
class SessionTests {

  @Autowired private Workspaces workspaces;
  @Autowired private Members members;
  @Autowired private Attempts attempts;
  @Autowired private Sessions sessions;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    attempts.forget();
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    members.join(person("li@example.com", Role.ADMIN), Caller.system());
    browser = new Browser(port);
    assertThat(browser.get("/session").json().path("state").asString()).isEqualTo("anonymous");
  }

  @Test
  void a_member_signs_in_and_out() {
    Browser.Answer in = login(browser, "LI@example.com", PASSWORD);
    assertThat(in.status()).as(in.text()).isEqualTo(200);
    assertThat(in.json().path("user").path("role").asString()).isEqualTo("admin");
    assertThat(browser.get("/session").json().path("state").asString()).isEqualTo("signedIn");
    assertThat(browser.get("/users").json().path("items").size()).isEqualTo(1);
    assertThat(browser.get("/me/sessions").json().get(0).path("current").asBoolean()).isTrue();
    assertThat(browser.post("/logout", null).status()).isEqualTo(204);
    assertThat(browser.get("/users").status()).isEqualTo(401);
    assertThat(browser.get("/users").code()).isEqualTo("signedOut");
  }

  @Test
  void the_cookie_is_kept_from_scripts_and_other_sites() {
    Browser.Answer in = login(browser, "li@example.com", PASSWORD);
    assertThat(in.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("leadwell=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/"));
  }

  @Test
  void a_strangers_password_and_a_wrong_one_are_refused_alike() {
    Browser.Answer wrong = login(browser, "li@example.com", "wrong wrong");
    Browser.Answer stranger = login(browser, "who@example.com", PASSWORD);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("badCredentials");
    assertThat(stranger.text()).isEqualTo(wrong.text());
  }

  @Test
  void without_the_csrf_token_nothing_is_changed() {
    login(browser, "li@example.com", PASSWORD);
    browser.with("X-XSRF-TOKEN", "guessed");
    Browser.Answer refused = browser.post("/departments", Map.of("name", "销售部"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("forbidden");
    assertThat(new Browser(port).post("/login", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void the_csrf_token_lasts_as_long_as_the_session_so_that_requests_at_once_are_all_taken() {
    browser.get("/session");
    String before = browser.cookie("XSRF-TOKEN");
    login(browser, "li@example.com", PASSWORD);
    String given = browser.cookie("XSRF-TOKEN");
    assertThat(given).isNotEmpty().isNotEqualTo(before);
    Browser.Answer first = browser.post("/departments", Map.of("name", "一部"));
    assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
    browser.get("/session");
    assertThat(browser.cookie("XSRF-TOKEN")).isEqualTo(given);
  }

  @Test
  void signing_in_again_changes_the_token_and_ends_the_old_one() {
    login(browser, "li@example.com", PASSWORD);
    String old = browser.cookie("leadwell");
    login(browser, "li@example.com", PASSWORD);
    assertThat(browser.cookie("leadwell")).isNotEqualTo(old);
    Browser thief = new Browser(port);
    thief.setCookie("leadwell", old);
    assertThat(thief.get("/users").status()).isEqualTo(401);
  }

  @Test
  void idle_and_old_sessions_are_over() {
    login(browser, "li@example.com", PASSWORD);
    Instant now = Instant.now();
    set(SESSION.LAST_SEEN_AT, now.minus(Duration.ofMinutes(719)));
    assertThat(browser.get("/users").status()).isEqualTo(200);
    assertThat(dsl.fetchValue(SESSION.LAST_SEEN_AT)).isAfter(now.minusSeconds(5));
    set(SESSION.LAST_SEEN_AT, now.minus(Duration.ofMinutes(721)));
    assertThat(browser.get("/users").status()).isEqualTo(401);
    set(SESSION.LAST_SEEN_AT, now);
    assertThat(browser.get("/users").status()).isEqualTo(200);
    set(SESSION.EXPIRES_AT, now.minusSeconds(1));
    assertThat(browser.get("/users").status()).isEqualTo(401);
    sessions.forgetExpired();
    assertThat(dsl.fetchCount(SESSION)).isZero();
  }

  private void set(org.jooq.TableField<?, Instant> field, Instant to) {
    dsl.update(SESSION).set(field, to).execute();
  }

  @Test
  void one_of_ones_sessions_can_be_ended_from_another() {
    login(browser, "li@example.com", PASSWORD);
    Browser phone = new Browser(port);
    login(phone, "li@example.com", PASSWORD);
    JsonNode devices = phone.get("/me/sessions").json();
    assertThat(devices.size()).isEqualTo(2);
    for (JsonNode device : devices) {
      if (!device.path("current").asBoolean()) {
        phone.delete("/me/sessions/" + device.path("id").asString());
      }
    }
    assertThat(browser.get("/users").status()).isEqualTo(401);
    assertThat(phone.get("/users").status()).isEqualTo(200);
  }

  @Test
  void over_https_the_cookie_is_bound_to_the_host() {
    Browser secure = new Browser(port).with("X-Forwarded-Proto", "https");
    Browser.Answer in = login(secure, "li@example.com", PASSWORD);
    assertThat(in.status()).as(in.text()).isEqualTo(200);
    assertThat(in.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-leadwell=").contains("Secure"));
    assertThat(secure.get("/users").status()).isEqualTo(200);
  }
}
