package io.leadwell.acquire.collect.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The public routes as strangers call them, friendly ones and others. */
@OnPostgres
class CollectRoutesTests extends DeliveryWorld {

  @Test
  void a_delivery_is_answered_with_nothing_when_it_is_on_the_disk() {
    HttpResponse<String> answer = post(body(Ids.next(), false));
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void any_page_may_call_and_read_the_answer() {
    HttpResponse<String> answer = post(body(Ids.next(), false));
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(PAGE);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).hasValue("true");
    HttpResponse<String> asked =
        send(
            request("/c/" + site.key())
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type"));
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .contains("POST");
  }

  @Test
  void other_methods_are_refused_as_they_are_everywhere() {
    for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS")) {
      HttpResponse<String> answer =
          send(
              request("/c/" + site.key())
                  .method(method, HttpRequest.BodyPublishers.ofString("{}")));
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(answer.body()).contains("methodNotAllowed");
    }
  }

  @Test
  void the_visitors_cookie_is_made_again_for_a_year_unless_it_is_another_visitors() {
    UUID visitor = Ids.next();
    String fresh = post(body(visitor, true)).headers().firstValue("Set-Cookie").orElse("");
    assertThat(fresh)
        .startsWith("lw_v=" + visitor + ";")
        .contains("Max-Age=34560000")
        .contains("SameSite=Lax")
        .doesNotContain("HttpOnly")
        .doesNotContain("Domain");
    HttpRequest.Builder same =
        delivery(body(visitor, true)).header("Cookie", "a=b; lw_v=" + visitor);
    assertThat(send(same).headers().firstValue("Set-Cookie")).isPresent();
    HttpRequest.Builder other =
        delivery(body(visitor, true)).header("Cookie", "lw_v=" + Ids.next());
    assertThat(send(other).headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void the_app_gives_these_routes_neither_its_cookie_nor_its_token() {
    HttpResponse<String> answer = post(body(Ids.next(), false));
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    HttpResponse<String> script = send(request("/c/" + site.key() + ".js").GET());
    assertThat(script.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void what_cannot_be_taken_is_refused_with_a_status_that_says_whether_to_come_again() {
    assertThat(post("/c/unknownsite", body(Ids.next(), false)).statusCode()).isEqualTo(404);
    assertThat(post("no json").statusCode()).isEqualTo(400);
    assertThat(post("").statusCode()).isEqualTo(400);
    assertThat(post("{\"hits\":[]}").statusCode()).isEqualTo(400);
    assertThat(post("x".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(post("[".repeat(30_000)).statusCode()).isEqualTo(400);
    HttpRequest.Builder robot =
        delivery(body(Ids.next(), false)).setHeader("User-Agent", "curl/8.1");
    assertThat(send(robot).statusCode()).isEqualTo(403);
    HttpRequest.Builder wish = delivery(body(Ids.next(), false)).header("DNT", "1");
    assertThat(send(wish).statusCode()).isEqualTo(403);
  }

  @Test
  void the_script_says_how_its_site_is_set_and_may_be_kept_for_a_while() {
    site = sites.change(site.id(), _ -> draft("example.com"), Caller.system());
    HttpResponse<String> script = send(request("/c/" + site.key() + ".js").GET());
    if (CollectRoutesTests.class.getResource("/tracker/lw.js") == null) {
      // The script is built by npm; a build of Java alone has none to serve.
      assertThat(script.statusCode()).isEqualTo(404);
      return;
    }
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/javascript");
    assertThat(script.headers().firstValue("Cache-Control").orElse("")).contains("max-age=600");
    assertThat(script.body())
        .contains("\"consent\":true")
        .contains("\"domain\":\"example.com\"")
        .doesNotContain("LW_SETTINGS");
    String tag = script.headers().firstValue("ETag").orElse("");
    HttpRequest.Builder again =
        request("/c/" + site.key() + ".js").GET().header("If-None-Match", tag);
    assertThat(send(again).statusCode()).isEqualTo(304);
    assertThat(send(request("/c/unknownsite.js").GET()).statusCode()).isEqualTo(404);
    assertThat(send(request("/c/own.js").GET()).statusCode()).isEqualTo(200);
  }

  private HttpRequest.Builder delivery(String body) {
    return request("/c/" + site.key()).POST(HttpRequest.BodyPublishers.ofString(body));
  }
}
