package io.leadwell.acquire.links.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.links.Link;
import io.leadwell.acquire.links.LinkDay;
import io.leadwell.acquire.links.LinkDraft;
import io.leadwell.acquire.links.LinkFigures;
import io.leadwell.acquire.links.LinkFilter;
import io.leadwell.acquire.links.Links;
import io.leadwell.acquire.links.Placement;
import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Short links as the public meets them. */
@OnPostgres
class FollowTests {

  private static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36";

  private static final String TARGET = "https://www.dataflow.cn/?utm_source=x";

  @Autowired private Workspaces workspaces;
  @Autowired private Links links;
  @Autowired private PublicLimits limits;
  @Autowired private Keys keys;
  @LocalServerPort private int port;

  @BeforeEach
  void open() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    limits.forget();
  }

  @Test
  void a_link_leads_to_its_page_and_is_counted() {
    Link link = link("expo26", null);
    Browser browser = reader(CHROME);
    Browser.Answer answer = browser.get("!/l/EXPO26");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).contains(TARGET);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(browser.cookie("lw_v")).hasSize(36);
    browser.get("!/l/expo26");
    browser.get("!/l/expo26?q");
    reader(CHROME).get("!/l/expo26?q=");
    assertThat(figures(link)).isEqualTo(new LinkFigures(2, 2, 2, 0));
    List<LinkDay> days = links.days(link.id());
    assertThat(days).hasSize(1);
    assertThat(days.getFirst().robots()).isZero();
  }

  @Test
  void previews_robots_and_looks_ahead_are_not_people() {
    Link link = link("abc", null);
    for (String agent :
        List.of(
            "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
            "facebookexternalhit/1.1",
            "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
            "curl/8.5.0")) {
      assertThat(reader(agent).get("!/l/abc").status()).isEqualTo(302);
    }
    assertThat(reader(CHROME).send("HEAD", "!/l/abc", null).status()).isEqualTo(302);
    assertThat(reader(CHROME).with("Sec-Purpose", "prefetch;prerender").get("!/l/abc").status())
        .isEqualTo(302);
    assertThat(figures(link)).isEqualTo(new LinkFigures(0, 0, 0, 0));
    assertThat(links.days(link.id()).getFirst().robots()).isEqualTo(4);
  }

  @Test
  void a_link_that_has_ended_says_so_on_a_page() {
    Link link = link("old", null);
    links.change(
        link.id(),
        d -> new LinkDraft(d.name(), d.page(), d.placement(), null, false, null),
        system());
    Browser.Answer answer = reader(CHROME).get("!/l/old");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("这个链接已失效").contains("云帆科技");
    Browser.Answer english = reader(CHROME).get("!/l/old?lang=en");
    assertThat(english.text()).contains("This link has ended");
    links.change(
        link.id(),
        d -> new LinkDraft(d.name(), d.page(), d.placement(), null, true, null),
        system());
    assertThat(reader(CHROME).get("!/l/old").status()).isEqualTo(302);
  }

  @Test
  void nothing_in_the_address_changes_where_a_link_leads() {
    link("abc", null);
    for (String path :
        List.of(
            "!/l/abc?url=https://evil.example",
            "!/l/abc?q=https://evil.example",
            "!/l/abc/https%3A%2F%2Fevil.example",
            "!/l/abc/%0d%0aLocation:%20https:%2F%2Fevil.example",
            "!/l/abc?%0d%0aSet-Cookie:a=b")) {
      Browser.Answer answer = reader(CHROME).get(path);
      assertThat(answer.headers().firstValue("Location").orElse(TARGET)).isEqualTo(TARGET);
      assertThat(answer.headers().allValues("Set-Cookie"))
          .allSatisfy(cookie -> assertThat(cookie).startsWith("lw_v="));
      assertThat(answer.status()).as(path).isIn(302, 400, 404);
    }
    for (String path :
        List.of(
            "!/l/",
            "!/l/x",
            "!/l/..%2f..%2fetc",
            "!/l/%00",
            "!/l/" + "a".repeat(3_000),
            "!/l/abc/x/y")) {
      Browser.Answer answer = reader(CHROME).get(path);
      assertThat(answer.status()).as(path).isIn(400, 404);
      assertThat(answer.headers().firstValue("Location")).isEmpty();
    }
  }

  @Test
  void a_cookie_that_is_no_id_is_replaced() {
    Link link = link("abc", null);
    Browser browser = reader(CHROME);
    browser.setCookie("lw_v", "'; drop table x; --");
    browser.get("!/l/abc");
    assertThat(UUID.fromString(browser.cookie("lw_v")).version()).isEqualTo(7);
    assertThat(figures(link).visitors()).isOne();
  }

  @Test
  void who_tries_codes_is_stopped_also_from_the_good_ones() {
    link("abc", null);
    Browser enemy = reader(CHROME);
    int status = 0;
    for (int i = 0; i < 100 && status != 429; i++) {
      status = enemy.get("!/l/guess" + i).status();
    }
    assertThat(status).isEqualTo(429);
    Browser.Answer refused = enemy.get("!/l/abc");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void a_crowd_that_scans_at_once_is_counted_to_the_last() throws Exception {
    Link link = link("crowd", null);
    List<Callable<Integer>> scans =
        IntStream.range(0, 300)
            .mapToObj(i -> (Callable<Integer>) () -> reader(CHROME).get("!/l/crowd?q").status())
            .toList();
    try (ExecutorService together = Executors.newFixedThreadPool(16)) {
      for (var answer : together.invokeAll(scans)) {
        assertThat(answer.get()).isEqualTo(302);
      }
    }
    assertThat(figures(link)).isEqualTo(new LinkFigures(0, 300, 300, 0));
  }

  @Test
  void codes_and_lists_are_files() {
    link("abc", null);
    Browser admin = admin();
    Browser.Answer svg =
        admin.post(
            "/links/" + links.withCode("abc").orElseThrow().id() + "/code",
            Map.of("format", "svg", "millimetres", 80, "caption", "展台"));
    assertThat(svg.status()).isEqualTo(200);
    assertThat(svg.text()).startsWith("<svg").contains("80mm").contains("展台");
    Browser.Answer csv = admin.get("/links/export?format=csv");
    assertThat(csv.text()).contains("/l/abc").contains(TARGET);
    Browser.Answer zip = admin.get("/links/codes.zip?format=svg");
    assertThat(zip.status()).isEqualTo(200);
    assertThat(zip.text()).startsWith("PK");
    assertThat(admin.get("/links/codes.zip?format=gif").status()).isEqualTo(422);
  }

  private Browser admin() {
    String key = keys.create("script", Role.ADMIN, null, Caller.system()).secret();
    return new Browser(port).with("Authorization", "Bearer " + key);
  }

  private Link link(String code, @Nullable String page) {
    return links.add(
        new LinkDraft("链接", page == null ? TARGET : page, Placement.NOWHERE, code, true, null),
        system());
  }

  private LinkFigures figures(Link link) {
    return links
        .list(new LinkFilter(null, null, null, null, Set.of(link.id())), null, 1)
        .items()
        .getFirst()
        .figures();
  }

  private Browser reader(String agent) {
    return new Browser(port)
        .with("User-Agent", agent)
        .with("Accept", "text/html,application/xhtml+xml")
        .with("Accept-Language", "zh-CN,zh;q=0.9");
  }

  private static Caller system() {
    return Caller.system();
  }
}
