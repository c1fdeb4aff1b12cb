package io.leadwell.base.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
class SessionTests {

  private static final String PASSWORD = "tall blue heron";

  @Autowired private Workspaces workspaces;
  @Autowired private Members members;
  @Autowired private Attempts attempts;
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    attempts.forget();
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    join("li@example.com", Role.ADMIN);
    browser = new Browser(port);
    assertThat(browser.get("/session").json().path("state").asString()).isEqualTo("anonymous");
  }

  private Member join(String email, Role role) {
    return members.join(
        new NewMember("李雷" + email, email, PASSWORD, role, null, null, null, false, "zh-CN"),
        Caller.system());
  }

  private Browser.Answer login(Browser who, String email, String password) {
    return who.post("/login", Map.of("email", email, "password", password));
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
  void signing_in_again_changes_the_token_and_ends_the_old_one() {
    login(browser, "li@example.com", PASSWORD);
    String old = browser.cookie("leadwell");
    login(browser, "li@example.com", PASSWORD);
    assertThat(browser.cookie("leadwell")).isNotEqualTo(old);
    Browser thief = new Browser(port);
    thief.setCookie("leadwell", old);
    assertThat(thief.get("/users").status()).isEqualTo(401);
  }
}
