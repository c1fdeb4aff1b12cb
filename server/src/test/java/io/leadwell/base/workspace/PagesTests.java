package io.leadwell.base.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
class PagesTests {

  @LocalServerPort private int port;

  @Test
  void every_page_of_the_app_is_the_same_document_never_kept() {
    for (String path : List.of("/", "/leads", "/leads/42?tab=a", "/setup?code=x")) {
      Browser.Answer page = new Browser(port).get("!" + path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }
  }

  @Test
  void a_missing_file_or_route_is_not_a_page() {
    for (String path : List.of("/nothing.js", "/assets/nothing.js", "/leads/nothing.png")) {
      assertThat(new Browser(port).get("!" + path).status()).as(path).isEqualTo(404);
    }
    Browser.Answer route = new Browser(port).get("/nothing");
    assertThat(route.status()).isEqualTo(404);
    assertThat(route.code()).isEqualTo("notFound");
  }

  @Test
  void browsers_are_told_to_be_careful() {
    Browser.Answer page = new Browser(port).get("!/");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).isPresent();
    assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
    Browser secure = new Browser(port).with("X-Forwarded-Proto", "https");
    assertThat(secure.get("!/").headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void answers_speak_the_readers_language() {
    Browser.Answer chinese = new Browser(port).get("/users");
    Browser.Answer english = new Browser(port).with("Accept-Language", "en-GB").get("/users");
    assertThat(chinese.json().path("detail").asString()).isEqualTo("请先登录。");
    assertThat(english.json().path("detail").asString()).isEqualTo("Please sign in first.");
    assertThat(english.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }
}
