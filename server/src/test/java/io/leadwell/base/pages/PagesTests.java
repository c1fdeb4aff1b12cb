package io.leadwell.base.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.pages.PublicLimits.Rate;
import io.leadwell.base.platform.Problem;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
class PagesTests {

  private static final String HOSTILE = "\"><script>alert(1)</script>";

  @Autowired private Pages pages;
  @Autowired private PageAssets assets;
  @LocalServerPort private int port;

  @Test
  void what_people_typed_is_text_wherever_it_stands() {
    PageFrame frame =
        pages
            .frame(Locale.ENGLISH, HOSTILE)
            .describedAs(HOSTILE)
            .pictured("javascript:alert(1)\" onerror=\"x")
            .at(HOSTILE)
            .about(HOSTILE);

    String page = pages.render("problem", frame, Map.of("sentence", HOSTILE));

    assertThat(page.replace("<script async src=\"/c/own.js\"></script>", ""))
        .doesNotContain("<script")
        .doesNotContain("\" onerror=");
    assertThat(page).contains("&lt;script&gt;");
  }

  @Test
  void a_page_without_an_address_of_its_own_is_not_to_be_found() {
    PageFrame frame = pages.frame(Locale.SIMPLIFIED_CHINESE, "找不到");

    assertThat(pages.render("problem", frame, Map.of("sentence", "…")))
        .contains("noindex")
        .contains("lang=\"zh-CN\"");
  }

  @Test
  void files_of_a_page_are_there_and_may_be_kept() {
    Browser.Answer style = new Browser(port).get("!" + assets.of("page.css"));

    assertThat(style.status()).isEqualTo(200);
    assertThat(style.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
  }

  @Test
  void no_file_outside_of_the_public_folder_is_served() {
    Browser stranger = new Browser(port);
    for (String path :
        new String[] {
          "/p/assets/../application.yaml",
          "/p/assets/..%2fapplication.yaml",
          "/p/assets/%2e%2e/application.yaml",
          "/p/assets/..%5capplication.yaml",
          "/p/assets//etc/passwd"
        }) {
      assertThat(stranger.get("!" + path).status()).as(path).isBetween(400, 499);
    }
  }

  @Test
  void whoever_is_too_fast_is_told_how_long_to_wait_and_others_are_not() {
    PublicLimits limits = new PublicLimits();
    Rate rate = new Rate(3, 1);
    for (int i = 0; i < 3; i++) {
      limits.take("form", "10.0.0.1", rate);
    }

    assertThatThrownBy(() -> limits.take("form", "10.0.0.1", rate))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(PagesProblem.TOO_FAST);
              assertThat((Long) problem.arguments().getFirst()).isBetween(1L, 60L);
            });
    limits.take("form", "10.0.0.2", rate);
    limits.take("other", "10.0.0.1", rate);
  }
}
