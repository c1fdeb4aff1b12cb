package io.leadwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.acquire.content.Items;
import io.leadwell.acquire.content.Shelf;
import io.leadwell.base.workspace.Open;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/**
 * Every route that is open to strangers, walked with what enemies send. A new route is walked by
 * itself once it has a line here; without one the first test fails.
 */
@OnPostgres
@Import(FormWorld.class)
class HostilePublicRoutesTests {

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
  private static final String SCRIPT = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";

  /** An address of each route, of something that is there where that is easy. */
  private static final Map<String, String> ADDRESSES =
      Map.ofEntries(
          Map.entry("/", "/"),
          Map.entry("/{first:*}/**", "/leads/x"),
          Map.entry("/api/v1/session", "/api/v1/session"),
          Map.entry("/api/v1/setup", "/api/v1/setup"),
          Map.entry("/api/v1/login", "/api/v1/login"),
          Map.entry("/api/v1/logout", "/api/v1/logout"),
          Map.entry("/api/callbacks/wecom/{id}", "/api/callbacks/wecom/" + NOBODY),
          Map.entry("/c/{site:*}", "/c/abc123"),
          Map.entry("/c/{site:*}.js", "/c/abc123.js"),
          Map.entry("/l/{code}", "/l/abcdef"),
          Map.entry("/l/{code}/{token}", "/l/abcdef/token"),
          Map.entry("/p", "/p"),
          Map.entry("/p/c/{slug}", "/p/c/article"),
          Map.entry("/p/c/{slug}/file", "/p/c/article/file"),
          Map.entry("/p/c/{slug}/beginning", "/p/c/article/beginning"),
          Map.entry("/p/c/{slug}/download", "/p/c/article/download"),
          Map.entry("/p/i/{sha256}", "/p/i/" + "0".repeat(64)),
          Map.entry("/p/e/{slug}", "/p/e/open-day"),
          Map.entry("/p/e/{slug}/noted", "/p/e/open-day/noted"),
          Map.entry("/p/e/{slug}/ticket/{token}", "/p/e/open-day/ticket/x"),
          Map.entry("/p/e/{slug}/ticket/{token}/event.ics", "/p/e/open-day/ticket/x/event.ics"),
          Map.entry("/p/e/{slug}/ticket/{token}/cancel", "/p/e/open-day/ticket/x/cancel"),
          Map.entry("/p/f/{slug:*}", "/p/f/demo"),
          Map.entry("/p/f/{slug:*}/thanks", "/p/f/demo/thanks"),
          Map.entry("/p/f/{slug:*}/frame", "/p/f/demo/frame"),
          Map.entry("/p/f/{slug:*}/frame/thanks", "/p/f/demo/frame/thanks"),
          Map.entry("/p/f/{slug:*}/challenge", "/p/f/demo/challenge"),
          Map.entry("/p/f/{slug:*}/start", "/p/f/demo/start"),
          Map.entry("/p/f/{slug:*}/embed.js", "/p/f/demo/embed.js"),
          Map.entry("/p/unsubscribe/{token}", "/p/unsubscribe/x"));

  private static final List<String> NAMES =
      List.of(
          "..%2f..%2f..%2fetc%2fpasswd",
          "..%5c..%5cwindows",
          "%2e%2e%2f%2e%2e%2fapplication.yaml",
          "x%00",
          "%00",
          "x%0d%0aX-Evil:%201",
          SCRIPT,
          "%27%20or%201=1--",
          "%ff%fe",
          "%c0%ae%c0%ae",
          "=1+1",
          "x;jsessionid=1",
          "%F0%9F%92%A3",
          "x".repeat(5_000));

  private static final List<String> QUERIES =
      List.of(
          "t=" + SCRIPT + "&q=" + SCRIPT + "&lang=" + SCRIPT + "&tag=" + SCRIPT + "&kind=" + SCRIPT,
          "utm_source=" + SCRIPT + "&preview=" + SCRIPT + "&pass=" + SCRIPT + "&new=" + SCRIPT,
          "t=%00&q=%00&pass=%ff%fe&preview=%c0%ae&page=%00",
          "page=-1&limit=-1&q=%25%5f%5c&kind=..&lang=xx",
          "page=99999999999999999999",
          "q=" + "x".repeat(6_000),
          "a=1&".repeat(1_500),
          "signature=x&timestamp=x&nonce=x&echostr=x&msg_signature=" + SCRIPT,
          "%25=%25&=&&a%5Bb%5D%5Bc%5D=1&x%0d%0a=1&%00=1");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "text/plain",
          "application/xml",
          "application/octet-stream",
          "text/html;;;",
          "*/*");

  private static final List<String> BODIES =
      List.of(
          "[".repeat(20_000),
          "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
          "null",
          "{\"email\":{\"a\":1},\"password\":[]}",
          "{\"email\":\"\\u0000\",\"password\":\"\\ud800\",\"code\":\"\\u0000\"}",
          "{\"email\":1e999999999}",
          "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
          "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"../../x\"\r\n\r\n1\r\n",
          "a=%00&b=%ff&_token=%3Cscript%3Ealert(1)%3C/script%3E&%=%",
          "\u0000\u0001\uffff");

  @Autowired private FormWorld world;
  @Autowired private Items items;

  @Autowired private WebApplicationContext context;

  @LocalServerPort private int port;
  private int strangers;

  private record Route(String method, String pattern, String address) {

    boolean sends() {
      return Set.of("POST", "PUT", "PATCH").contains(method);
    }
  }

  @BeforeEach
  void open() {
    world.open();
    world.asking("demo");
    Shelf.publish(items, Shelf.article("article", "<p>text</p>"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void every_open_route_is_walked() {
    assertThat(patterns()).isEqualTo(new TreeSet<>(ADDRESSES.keySet()));
  }

  @Test
  void names_in_paths_lead_nowhere_else_and_are_not_repeated_as_markup() {
    each(route -> {
      if (!route.pattern().contains("{")) {
        return;
      }
      for (String name : NAMES) {
        String path = route.pattern().replaceAll("\\{[^}]+}", name).replace("/**", "/" + name);
        sound(route, path, stranger().send(route.method(), "!" + path, null));
      }
    });
  }

  @Test
  void questions_are_answered_without_their_markup() {
    each(route -> {
      for (String query : QUERIES) {
        String path = route.address() + "?" + query;
        sound(route, path, stranger().send(route.method(), "!" + path, null));
      }
    });
  }

  @Test
  void headers_are_no_way_in() {
    each(route -> {
      Browser browser =
          stranger()
              .with("Referer", "http://x/\"><script>alert(1)</script>\u00ff")
              .with("User-Agent", "=1+1\t<script>alert(1)</script>")
              .with("Accept-Language", "x".repeat(3_000))
              .with("Origin", "null")
              .with("Range", "bytes=-99999999999999999999")
              .with("If-None-Match", "\"'\"")
              .with("Cookie", "LW_SESSION=../../x; lw_v=%00; reader=\"<script>\"");
      sound(route, "headers", browser.send(route.method(), "!" + route.address(), null));
    });
  }

  @Test
  void bodies_of_any_kind_break_nothing() {
    each(route -> {
      if (!route.sends()) {
        return;
      }
      for (String type : TYPES) {
        for (String body : BODIES) {
          sound(route, type, posted(route, type, body));
        }
      }
    });
  }

  @Test
  void what_is_larger_than_anybody_sends_is_refused_unread() {
    each(route -> {
      if (!route.sends()) {
        return;
      }
      for (String type : List.of("application/json", "application/x-www-form-urlencoded")) {
        Browser.Answer answer = posted(route, type, "{\"email\":\"" + "x".repeat(600_000) + "\"}");
        sound(route, "large " + type, answer);
        assertThat(answer.status()).as("%s %s", route, type).isBetween(400, 499);
      }
    });
  }

  private void each(Consumer<Route> does) {
    List<Route> routes = routes();
    assertThat(routes).hasSizeGreaterThanOrEqualTo(30);
    routes.forEach(does);
  }

  /** Nothing broke, nothing of the inside is told, nothing that was sent runs. */
  private static void sound(Route route, String what, Browser.Answer answer) {
    String said = route + " " + what.substring(0, Math.min(120, what.length()));
    assertThat(answer.status()).as(said + " " + answer.text()).isBetween(200, 499);
    assertThat(answer.text())
        .as(said)
        .doesNotContain("<script>alert", "Exception", "\tat ", "org.postgresql", "root:x:");
    assertThat(answer.headers().firstValue("X-Evil")).as(said).isEmpty();
    assertThat(answer.headers().firstValue("Location").orElse("/")).as(said).startsWith("/");
  }

  /** With the token that the app has, so that the body is what is looked at. */
  private Browser.Answer posted(Route route, String type, String body) {
    Browser browser = stranger();
    if (route.address().startsWith("/api/v1")) {
      browser.get("/session");
      browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
    }
    return browser.raw(route.address(), type, body);
  }

  /** Each from an address of its own, as limits are a matter of other tests. */
  private Browser stranger() {
    strangers++;
    return FormWorld.from(port, "10." + strangers / 250 % 250 + "." + strangers % 250 + ".1");
  }

  private List<Route> routes() {
    return WaysIn.of(context).stream()
        .filter(way -> way.open() == Open.To.ANYBODY)
        .map(way -> {
          String pattern = written(way.pattern());
          return new Route(way.verb(), pattern, ADDRESSES.getOrDefault(pattern, "/"));
        })
        .toList();
  }

  private Set<String> patterns() {
    Set<String> patterns = new TreeSet<>();
    routes().forEach(route -> patterns.add(route.pattern()));
    return patterns;
  }

  /** Without the expressions that say what a name may be. */
  private static String written(String pattern) {
    return pattern.startsWith("/{first:")
        ? "/{first:*}/**"
        : pattern.replaceAll(":[^/]*?(\\{[^}]*})?}", ":*}");
  }
}
