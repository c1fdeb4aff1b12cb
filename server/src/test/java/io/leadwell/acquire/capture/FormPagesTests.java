package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.FormWorld.PHONE;
import static io.leadwell.acquire.capture.FormWorld.from;
import static io.leadwell.acquire.capture.Samples.design;
import static io.leadwell.acquire.capture.Samples.field;
import static io.leadwell.acquire.capture.Samples.guarded;
import static io.leadwell.acquire.capture.Samples.usual;
import static io.leadwell.tables.capture.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.capture.FormDesign.Ending;
import io.leadwell.acquire.capture.FormDesign.Guard;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Forms as a browser without scripts meets them. */
@OnPostgres
@Import(FormWorld.class)
class FormPagesTests {

  private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";

  @Autowired private FormWorld world;
  @Autowired private Forms forms;
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

  private static String hidden(Browser.Answer page, String name) {
    Matcher found =
        Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.text());
    assertThat(found.find()).as(name + " in " + page.text()).isTrue();
    return found.group(1);
  }

  @Test
  void a_form_is_filled_in_without_scripts() {
    Form form = world.published("demo", usual());
    Browser browser = from(port, "10.0.0.1");

    Browser.Answer page = browser.get("!/p/f/demo?lang=en&utm_source=baidu");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Book a demo").contains("name=\"phone\"").contains("Send");
    assertThat(hidden(page, "_token")).isNotEmpty();
    assertThat(hidden(page, "_url")).contains("utm_source=baidu");

    Browser.Answer sent =
        browser.form("/p/f/demo?lang=en", world.filled(form, "name", "王伟", "phone", PHONE));
    assertThat(sent.status()).isEqualTo(303);
    Browser.Answer thanks = browser.get("!" + sent.headers().firstValue("Location").orElse(""));
    assertThat(thanks.status()).isEqualTo(200);
    assertThat(thanks.text()).contains("Thanks a lot");
    assertThat(world.leads()).isEqualTo(1);
  }

  @Test
  void what_is_wrong_is_told_at_the_field_and_what_was_typed_stays() {
    Form form = world.published("demo", usual());

    Browser.Answer again =
        from(port, "10.0.0.1")
            .form(
                "/p/f/demo?lang=zh",
                world.filled(form, "name", "王\"伟", "phone", "12", "company", "云帆"));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text())
        .contains("有 1 处需要修改")
        .contains("请填写正确的电话号码")
        .contains("value=\"王&#34;伟\"")
        .contains("value=\"12\"")
        .contains("aria-invalid=\"true\"");
    assertThat(world.leads()).isZero();
  }

  @Test
  void nothing_that_anybody_typed_runs_in_the_page() {
    FormDesign hostile =
        new FormDesign(
            Samples.both(HOSTILE, HOSTILE),
            Samples.both(HOSTILE, ""),
            List.of(
                field("phone", FieldKind.PHONE, true),
                new FormField(
                    "pick",
                    FieldKind.CHOICE,
                    Samples.both(HOSTILE, ""),
                    Samples.both(HOSTILE, ""),
                    Samples.both(HOSTILE, ""),
                    false,
                    List.of(new FieldChoice(HOSTILE, Samples.both(HOSTILE, ""))),
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    null)),
            Samples.both("<script>alert(0)</script>", ""),
            null,
            null,
            new Ending(Samples.both(HOSTILE, ""), null, null, null),
            null);
    Form form = world.published("demo", hostile);
    Browser browser = from(port, "10.0.0.1");

    Browser.Answer page = browser.get("!/p/f/demo?x=" + "%22%3E%3Cscript%3Ealert(3)%3C/script%3E");
    Browser.Answer again =
        browser.form("/p/f/demo", world.filled(form, "phone", HOSTILE, "pick", HOSTILE));
    Browser.Answer sent =
        browser.form("/p/f/demo", world.filled(form, "phone", PHONE, "pick", HOSTILE));
    Browser.Answer thanks = browser.get("!" + sent.headers().firstValue("Location").orElse(""));

    for (Browser.Answer answer : List.of(page, again, thanks)) {
      assertThat(
              answer
                  .text()
                  .replaceAll("<script (async )?src=\"/(p/assets/[^\"]*|c/own.js)\"( defer)?>", ""))
          .doesNotContain("<script")
          .doesNotContain("<img")
          .doesNotContain("\" onerror");
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'self'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void sent_twice_it_is_one_lead_and_the_same_thanks() {
    Form form = world.published("demo", usual());
    Map<String, List<String>> filled = world.filled(form, "name", "王伟", "phone", PHONE);
    Browser browser = from(port, "10.0.0.1");

    Browser.Answer first = browser.form("/p/f/demo", filled);
    Browser.Answer again = browser.form("/p/f/demo", filled);

    assertThat(again.status()).isEqualTo(303);
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(dsl.fetchCount(SUBMISSION)).isEqualTo(1);
    assertThat(world.touches()).isEqualTo(1);
  }

  @Test
  void a_token_of_another_form_or_nobody_asks_once_more() {
    Form form = world.published("demo", usual());
    Form other = world.published("other", usual());
    Browser browser = from(port, "10.0.0.1");
    Map<String, List<String>> filled = world.filled(other, "name", "王伟", "phone", PHONE);

    Browser.Answer again = browser.form("/p/f/demo?lang=zh", filled);
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text()).contains("请再点一次提交").contains("value=\"王伟\"");
    for (String token : List.of("", "x", "!!", "A".repeat(5_000), UUID.randomUUID().toString())) {
      Map<String, List<String>> forged = Samples.filled("_token", token, "phone", PHONE);
      assertThat(browser.form("/p/f/demo", forged).status()).as(token).isEqualTo(422);
    }
    assertThat(dsl.fetchCount(SUBMISSION)).isZero();
    assertThat(form.id()).isNotEqualTo(other.id());
  }

  @Test
  void a_form_in_another_language_says_everything_in_it() {
    world.published("demo", Samples.agreed(usual(), "I agree"));

    Browser.Answer page = from(port, "10.0.0.1").get("!/p/f/demo?lang=en");

    assertThat(page.text()).contains("lang=\"en\"");
    assertThat(page.text().replace("云帆科技", "")).doesNotContainPattern("[\\u4e00-\\u9fff]");
  }

  @Test
  void another_site_shows_the_form_in_a_frame_only_where_the_form_allows_it() {
    world.published("demo", usual());
    world.published(
        "framed", guarded(usual(), new Guard(null, List.of("https://www.example.com"))));
    Browser browser = from(port, "10.0.0.1");

    assertThat(policy(browser.get("!/p/f/framed/frame")))
        .contains("frame-ancestors 'self' https://www.example.com");
    assertThat(policy(browser.get("!/p/f/demo/frame"))).contains("frame-ancestors 'self'");
    assertThat(policy(browser.get("!/p/f/demo/frame"))).doesNotContain("example.com");
    assertThat(policy(browser.get("!/p/f/framed"))).doesNotContain("example.com");
  }

  private static String policy(Browser.Answer answer) {
    List<String> policies = answer.headers().allValues("Content-Security-Policy");
    assertThat(policies).hasSize(1);
    assertThat(answer.headers().firstValue("X-Frame-Options")).isEmpty();
    return policies.getFirst();
  }

  @Test
  void the_script_for_other_sites_names_its_form_and_nothing_else() {
    Browser.Answer script = from(port, "10.0.0.1").get("!/p/f/demo/embed.js");

    assertThat(script.status()).isEqualTo(200);
    assertThat(script.text()).contains("const slug = 'demo'").doesNotContain("LW_FORM_SLUG");
    assertThat(
            from(port, "10.0.0.1").get("!/p/f/x'+alert(1)+'/embed.js".replace("'", "%27")).status())
        .isBetween(400, 499);
  }

  @Test
  void a_form_that_is_closed_or_was_never_published_takes_nothing() {
    Form form = world.published("demo", usual());
    Map<String, List<String>> filled = world.filled(form, "name", "王伟", "phone", PHONE);
    forms.add("草稿", "draft", usual(), Caller.system());
    forms.close(form.id(), true, Caller.system());
    Browser browser = from(port, "10.0.0.1");

    assertThat(browser.get("!/p/f/demo?lang=zh").text()).contains("停止收集");
    assertThat(browser.form("/p/f/demo", filled).status()).isEqualTo(409);
    assertThat(browser.get("!/p/f/draft").status()).isEqualTo(404);
    assertThat(browser.get("!/p/f/nothing").status()).isEqualTo(404);
    assertThat(world.leads()).isZero();
    forms.close(form.id(), false, Caller.system());
    assertThat(browser.form("/p/f/demo", filled).status()).isEqualTo(303);
  }

  @Test
  void it_goes_on_to_another_page_and_gives_a_download_after_it_was_taken_only() {
    Form form =
        world.published(
            "demo",
            Samples.ending(
                usual(),
                new Ending(
                    null, "https://example.com/next?a=1&b=2", "https://example.com/a.pdf", null)));
    Browser browser = from(port, "10.0.0.1");

    assertThat(browser.get("!/p/f/demo").text()).doesNotContain("a.pdf");
    Browser.Answer sent =
        browser.form("/p/f/demo", world.filled(form, "name", "王伟", "phone", PHONE));
    String place = sent.headers().firstValue("Location").orElse("");
    Browser.Answer thanks = browser.get("!" + place);
    assertThat(thanks.text())
        .contains("href=\"https://example.com/a.pdf\"")
        .contains("content=\"2;url=https://example.com/next?a=1&amp;b=2\"");
    String unsent = world.token(form);
    assertThat(browser.get("!/p/f/demo/thanks?t=" + unsent).status()).isEqualTo(404);
  }

  @Test
  void an_address_of_a_browser_fills_a_hidden_field() {
    Form form =
        world.published(
            "demo",
            design(field("phone", FieldKind.PHONE, true), Samples.hidden("pack", "basic", "pack")));
    Browser browser = from(port, "10.0.0.1");

    assertThat(hidden(browser.get("!/p/f/demo?pack=pro%20plus"), "pack")).isEqualTo("pro plus");
    assertThat(hidden(browser.get("!/p/f/demo"), "pack")).isEqualTo("basic");
    browser.form("/p/f/demo", world.filled(form, "phone", PHONE, "pack", "pro plus"));
    assertThat(dsl.select(SUBMISSION.ANSWERS).from(SUBMISSION).fetchSingle().value1().data())
        .contains("pro plus");
  }
}
