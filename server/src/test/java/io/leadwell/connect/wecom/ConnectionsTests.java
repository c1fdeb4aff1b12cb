package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.AuditFilter;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Role;
import io.leadwell.demo.tencent.StandIn.Failure;
import io.leadwell.demo.tencent.StandInAccount;
import io.leadwell.demo.tencent.StandInCorp;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
class ConnectionsTests {

  @Autowired private Connections connections;
  @Autowired private ConnectionStore store;
  @Autowired private Keys keys;
  @Autowired private Audit audit;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  private Corp corp;

  @BeforeEach
  void open() {
    corp = Corp.wecom(connections, port);
  }

  private Browser admin() {
    String key = keys.create("script", Role.ADMIN, null, Caller.system()).secret();
    return new Browser(port).with("Authorization", "Bearer " + key);
  }

  private Checkup.Step step(String name) {
    return connections.check(corp.connection).steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ConnectionDraft secret(@Nullable String secret) {
    return Corp.draft(ConnectionKind.WECOM, StandInCorp.CORP_ID, secret, null);
  }

  @Test
  void secrets_lie_sealed_and_no_answer_shows_them() {
    List<String> hidden = List.of(StandInCorp.SECRET, Corp.TOKEN, Corp.AES_KEY);
    assertThat(dsl.fetch(CONNECTION).format(1_000_000)).doesNotContain(hidden);
    Browser admin = admin();
    Map<String, Object> body =
        Map.of(
            "kind",
            "wecom",
            "name",
            "云帆",
            "appId",
            StandInCorp.CORP_ID,
            "secret",
            StandInCorp.SECRET,
            "interactions",
            List.of("message"));
    Browser.Answer changed = admin.put("/wecom/connections/" + corp.connection, body);
    assertThat(changed.status()).isEqualTo(200);
    Browser.Answer listed = admin.get("/wecom/connections");
    for (String secret : hidden) {
      assertThat(changed.text()).doesNotContain(secret);
      assertThat(listed.text()).doesNotContain(secret);
    }
    assertThat(listed.json().path(0).path("hasSecret").asBoolean()).isTrue();
    assertThat(store.credentials(corp.connection).orElseThrow().secret())
        .isEqualTo(StandInCorp.SECRET);
  }

  @Test
  void a_change_is_on_record_without_the_secret() {
    connections.change(corp.connection, secret("anotherSecret0123456789"), Caller.system());
    var entry =
        audit
            .list(new AuditFilter(null, "connection.changed", null, null), null, 10)
            .items()
            .getFirst();
    assertThat(entry.detail()).containsEntry("secret", "changed");
    assertThat(entry.detail().toString()).doesNotContain("anotherSecret");
  }

  @Test
  void what_is_left_out_of_a_change_stays() {
    connections.change(
        corp.connection,
        new ConnectionDraft(
            ConnectionKind.WECOM,
            "改名",
            StandInCorp.CORP_ID,
            null,
            null,
            null,
            null,
            null,
            null,
            Set.of(),
            true),
        Caller.system());
    assertThat(store.credentials(corp.connection).orElseThrow().secret())
        .isEqualTo(StandInCorp.SECRET);
    assertThat(connections.get(corp.connection).hasAesKey()).isTrue();
  }

  @Test
  void the_test_of_a_sound_connection_says_what_works() {
    corp.caller.greet("123");
    Checkup found = connections.check(corp.connection);
    assertThat(found.steps())
        .extracting(Checkup.Step::name)
        .containsExactly("token", "contacts", "links", "callback");
    assertThat(found.steps())
        .allSatisfy(step -> assertThat(step.outcome()).isEqualTo(Checkup.Outcome.FINE));
    assertThat(connections.get(corp.connection).checked()).isEqualTo(found);
  }

  @Test
  void each_trouble_is_named_with_its_remedy() {
    connections.change(corp.connection, secret("wrongSecret0123456789"), Caller.system());
    assertThat(step("token").code()).isEqualTo("problem.TENCENT_WRONG_SECRET");
    connections.change(corp.connection, secret(StandInCorp.SECRET), Caller.system());

    Corp.TENCENT.corp().allowOnly("198.51.100.1");
    assertThat(step("contacts").code()).isEqualTo("problem.TENCENT_IP_NOT_ALLOWED");
    assertThat(step("contacts").arguments()).contains("203.0.113.9");
    Corp.TENCENT.corp().allowOnly(null);

    Corp.TENCENT.corp().callable(false);
    assertThat(step("contacts").code()).isEqualTo("problem.TENCENT_NOT_CALLABLE");
    assertThat(step("links").outcome()).isEqualTo(Checkup.Outcome.WARNING);
    Corp.TENCENT.corp().callable(true);

    Corp.TENCENT.fail("/cgi-bin/gettoken", 1, new Failure.Broken(502));
    assertThat(step("token").code()).isEqualTo("problem.TENCENT_BUSY");
    // The client asks again by itself when a connection breaks without a word.
    Corp.TENCENT.fail("/cgi-bin/gettoken", 20, new Failure.Silent());
    assertThat(step("token").code()).isEqualTo("problem.TENCENT_UNREACHABLE");
    Corp.TENCENT.mend("/cgi-bin/gettoken");
    assertThat(step("callback").code()).isEqualTo("wecom.check.notGreeted");

    Corp.TENCENT.account().certified(false);
    Corp official = Corp.official(connections, port);
    assertThat(connections.check(official.connection).steps().get(1).code())
        .isEqualTo("problem.TENCENT_NOT_CERTIFIED");
  }

  @Test
  void the_sentence_is_in_the_readers_language() {
    Corp.TENCENT.corp().callable(false);
    String path = "/wecom/connections/" + corp.connection + "/check";
    assertThat(admin().with("Accept-Language", "zh-CN").post(path, null).text())
        .contains("可调用接口的应用");
    assertThat(admin().with("Accept-Language", "en").post(path, null).text())
        .contains("apps that may call it");
  }

  @Test
  void a_wrong_form_is_refused_before_it_costs_an_evening() {
    for (ConnectionDraft draft :
        List.of(
            new ConnectionDraft(
                ConnectionKind.OFFICIAL,
                "x",
                "ww123456",
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                true),
            new ConnectionDraft(
                ConnectionKind.WECOM,
                "x",
                "ww123456",
                "app one",
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                true),
            new ConnectionDraft(
                ConnectionKind.WECOM,
                "x",
                "ww123456",
                null,
                null,
                null,
                "short",
                null,
                null,
                Set.of(),
                true),
            new ConnectionDraft(
                ConnectionKind.WECOM,
                "x",
                "ww123456",
                null,
                null,
                null,
                null,
                UUID.randomUUID(),
                null,
                Set.of(),
                true))) {
      assertThatThrownBy(() -> connections.add(draft, Caller.system()))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.code()).isEqualTo(WecomProblem.CONNECTION_INVALID));
    }
  }

  @Test
  void one_corp_is_connected_once_and_a_used_one_is_not_deleted() {
    assertThatThrownBy(() -> connections.add(secret(StandInCorp.SECRET), Caller.system()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo(WecomProblem.CONNECTION_TAKEN));
    Corp mini = Corp.mini(connections, port);
    connections.remove(mini.connection, Caller.system());
    corp.tell("del_follow_user", "wm1", "zhangsan", Corp.NOW);
    assertThatThrownBy(() -> connections.remove(corp.connection, Caller.system()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo(WecomProblem.CONNECTION_IN_USE));
  }

  @Test
  void only_who_may_edit_settings_connects_and_tests() {
    for (Role role : List.of(Role.MARKETER, Role.SALESPERSON)) {
      String key = keys.create("script", role, null, Caller.system()).secret();
      Browser browser = new Browser(port).with("Authorization", "Bearer " + key);
      assertThat(browser.get("/wecom/connections").status()).isEqualTo(403);
      assertThat(browser.post("/wecom/connections/" + corp.connection + "/check", null).status())
          .isEqualTo(403);
    }
    assertThat(StandInAccount.APP_ID).startsWith("wx");
  }
}
