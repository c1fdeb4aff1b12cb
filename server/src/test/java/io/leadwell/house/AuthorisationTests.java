package io.leadwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Open;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

@OnPostgres
class AuthorisationTests {

  private static final String PASSWORD = "tall blue heron";
  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
  private static final int FEWEST_ROUTES = 75;

  /** One way into the service. */
  private record Route(
      String method, String path, @Nullable Permission permission, Open.@Nullable To open) {

    @Nullable Object body() {
      return Set.of("POST", "PUT", "PATCH").contains(method) ? Map.of() : null;
    }
  }

  @Autowired private Workspaces workspaces;
  @Autowired private Members members;
  @Autowired private Keys keys;

  @Autowired private WebApplicationContext context;

  @LocalServerPort private int port;
  private List<Route> routes = List.of();

  @BeforeEach
  void open() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    routes = routes();
  }

  @Test
  void every_route_says_who_may_pass() {
    assertThat(routes).hasSizeGreaterThanOrEqualTo(FEWEST_ROUTES);
    assertThat(routes)
        .allSatisfy(route ->
            assertThat(route.permission() == null)
                .as(route.toString())
                .isEqualTo(route.open() != null));
  }

  @Test
  void strangers_pass_open_routes_only() {
    Browser stranger = new Browser(port);
    stranger.get("/session");
    for (Route route : routes) {
      Browser.Answer answer = ask(stranger, route);
      boolean stopped = answer.status() == 401 && answer.code().equals("signedOut");
      assertThat(stopped)
          .as("%s answered %s %s", route, answer.status(), answer.text())
          .isEqualTo(route.open() != Open.To.ANYBODY);
    }
  }

  @Test
  void a_key_that_is_not_ours_is_a_stranger() {
    Browser stranger =
        new Browser(port).with("Authorization", "Bearer lw_abcdefghij_" + "0".repeat(64));
    assertThat(stranger.get("/users").status()).isEqualTo(401);
    assertThat(stranger.post("/departments", Map.of("name", "x")).status()).isEqualTo(401);
  }

  @Test
  void members_are_refused_exactly_what_their_role_lacks() {
    Map<Role, Browser> browsers = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      browsers.put(role, signedIn(role));
    }
    browsers.forEach(this::walk);
  }

  @Test
  void keys_are_refused_exactly_what_their_role_lacks() {
    for (Role role : Role.values()) {
      String key = keys.create("script", role, null, Caller.system()).secret();
      walk(role, new Browser(port).with("Authorization", "Bearer " + key));
    }
  }

  @Test
  void documentation_and_figures_of_the_server_are_not_for_strangers() {
    Browser stranger = new Browser(port);
    Browser executive = signedIn(Role.EXECUTIVE);
    Browser admin = signedIn(Role.ADMIN);
    assertThat(stranger.get("!/v3/api-docs").status()).isEqualTo(401);
    assertThat(executive.get("!/v3/api-docs").status()).isEqualTo(200);
    assertThat(stranger.get("!/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(stranger.get("!/actuator/prometheus").status()).isEqualTo(401);
    assertThat(executive.get("!/actuator/prometheus").status()).isEqualTo(403);
    assertThat(admin.get("!/actuator/prometheus").status()).isNotIn(401, 403);
  }

  private void walk(Role role, Browser browser) {
    for (Route route : routes) {
      if (route.open() == Open.To.ANYBODY) {
        continue;
      }
      Browser.Answer answer = ask(browser, route);
      Permission permission = route.permission();
      boolean lacks = permission != null && !role.permissions().contains(permission);
      assertThat(answer.status() == 403)
          .as("%s asked %s: %s %s", role, route, answer.status(), answer.text())
          .isEqualTo(lacks);
      assertThat(answer.status()).as("%s asked %s", role, route).isNotEqualTo(401);
      assertThat(answer.status()).as("%s broke", route).isLessThan(500);
    }
  }

  private static Browser.Answer ask(Browser browser, Route route) {
    return browser.send(route.method(), "!" + route.path(), route.body());
  }

  private Browser signedIn(Role role) {
    String email = role.word() + "@example.com";
    members.join(
        new NewMember("成员" + role, email, PASSWORD, role, null, null, null, false, "zh-CN"),
        Caller.system());
    Browser browser = new Browser(port);
    browser.get("/session");
    assertThat(browser.post("/login", Map.of("email", email, "password", PASSWORD)).status())
        .isEqualTo(200);
    return browser;
  }

  private List<Route> routes() {
    return WaysIn.of(context).stream().map(AuthorisationTests::route).toList();
  }

  private static Route route(WaysIn.WayIn way) {
    String pattern = way.pattern();
    String path = pattern.startsWith("/api/") ? pattern.replaceAll("\\{[^}]+}", NOBODY) : "/leads";
    return new Route(way.verb(), path, way.permission(), way.open());
  }
}
