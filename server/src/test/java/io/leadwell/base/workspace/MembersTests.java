package io.leadwell.base.workspace;

import static io.leadwell.base.workspace.Workplace.PASSWORD;
import static io.leadwell.base.workspace.Workplace.login;
import static io.leadwell.base.workspace.Workplace.person;
import static io.leadwell.base.workspace.Workplace.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
class MembersTests {

  private static final Caller SYSTEM = Caller.system();

  @Autowired private Workspaces workspaces;
  @Autowired private Members members;
  @Autowired private Audit audit;
  @Autowired private Attempts attempts;
  @LocalServerPort private int port;
  private Browser admin = new Browser(0);
  private UUID adminId = new UUID(0, 0);

  @BeforeEach
  void open() {
    attempts.forget();
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    adminId = members.join(person("admin@example.com", Role.ADMIN), SYSTEM).id();
    admin = signedIn(port, "admin@example.com");
  }

  private String path(UUID id) {
    return "/users/" + id;
  }

  @Test
  void the_last_administrator_stays_one() {
    for (Map<String, Object> change :
        List.<Map<String, Object>>of(Map.of("active", false), Map.of("role", "marketer"))) {
      Browser.Answer answer = admin.patch(path(adminId), change);
      assertThat(answer.code()).isEqualTo("lastAdmin");
      assertThat(answer.status()).isEqualTo(409);
    }
    members.join(person("second@example.com", Role.ADMIN), SYSTEM);
    assertThat(admin.patch(path(adminId), Map.of("role", "marketer")).status()).isEqualTo(200);
    assertThat(admin.get("/users").status()).isEqualTo(403);
  }

  @Test
  void an_administrator_who_cannot_sign_in_does_not_count() {
    members.join(
        new NewMember("王管理", null, null, Role.ADMIN, null, null, null, false, "zh-CN"), SYSTEM);
    assertThat(admin.patch(path(adminId), Map.of("active", false)).code()).isEqualTo("lastAdmin");
  }

  @Test
  void a_deactivated_member_is_out_at_once() {
    UUID id = members.join(person("li@example.com", Role.MARKETER), SYSTEM).id();
    Browser li = signedIn(port, "li@example.com");
    assertThat(li.get("/users/options").status()).isEqualTo(200);
    admin.patch(path(id), Map.of("active", false));
    assertThat(li.get("/users/options").status()).isEqualTo(401);
    assertThat(login(new Browser(port), "li@example.com", PASSWORD).code())
        .isEqualTo("badCredentials");
    admin.patch(path(id), Map.of("active", true));
    assertThat(li.get("/users/options").status()).isEqualTo(401);
  }

  @Test
  void a_person_of_imported_history_is_given_a_login() {
    UUID id = members.knownAs(List.of("赵销售"), Role.SALESPERSON).getOrDefault("赵销售", adminId);
    Browser.Answer half = admin.patch(path(id), Map.of("password", PASSWORD));
    assertThat(half.status()).isEqualTo(422);
    Browser.Answer whole =
        admin.patch(path(id), Map.of("email", "zhao@example.com", "password", PASSWORD));
    assertThat(whole.json().path("canSignIn").asBoolean()).isTrue();
    Browser zhao = signedIn(port, "zhao@example.com");
    assertThat(zhao.get("/session").json().path("user").path("id").asString())
        .isEqualTo(id.toString());
  }

  @Test
  void exporting_can_be_given_to_one_member() {
    UUID id = members.join(person("li@example.com", Role.MARKETER), SYSTEM).id();
    Browser li = signedIn(port, "li@example.com");
    assertThat(li.get("/session").text()).doesNotContain("leads.export");
    admin.patch(path(id), Map.of("mayExport", true));
    assertThat(li.get("/session").text()).contains("leads.export", "reports.export");
  }

  @Test
  void a_new_password_of_ones_own_ends_the_other_sessions() {
    Browser other = signedIn(port, "admin@example.com");
    String wanted = "quiet green river";
    assertThat(admin.patch("/me", Map.of("currentPassword", "no", "newPassword", wanted)).status())
        .isEqualTo(422);
    assertThat(
            admin.patch("/me", Map.of("currentPassword", PASSWORD, "newPassword", wanted)).status())
        .isEqualTo(200);
    assertThat(admin.get("/users").status()).isEqualTo(200);
    assertThat(other.get("/users").status()).isEqualTo(401);
    assertThat(login(other, "admin@example.com", PASSWORD).status()).isEqualTo(401);
    assertThat(login(other, "admin@example.com", wanted).status()).isEqualTo(200);
  }

  @Test
  void poor_passwords_are_refused() {
    for (String poor :
        List.of(
            "short",
            "nine sign",
            "password123",
            "Passw0rd2026!",
            "88888888",
            "xxxxxxxxxx",
            "LI@example.com",
            "x".repeat(120) + "123456789")) {
      Browser.Answer answer =
          admin.post(
              "/users",
              Map.of("name", "李", "email", "li@example.com", "role", "sdr", "password", poor));
      assertThat(answer.status()).as(poor).isEqualTo(422);
      assertThat(answer.json().path("errors").get(0).path("field").asString())
          .isEqualTo("password");
    }
    assertThat(members.all()).hasSize(1);
  }

  @Test
  void one_email_belongs_to_one_member() {
    Browser.Answer answer =
        admin.post(
            "/users",
            Map.of("name", "李", "email", "ADMIN@example.com", "role", "sdr", "password", PASSWORD));
    assertThat(answer.code()).isEqualTo("emailTaken");
  }

  @Test
  void nobody_is_managed_by_a_report_of_theirs() {
    UUID head = members.join(person("a@example.com", Role.SALES_HEAD), SYSTEM).id();
    UUID seller =
        members.join(person("b@example.com", Role.SALESPERSON, null, null, head), SYSTEM).id();
    assertThat(admin.patch(path(head), Map.of("managerId", seller.toString())).status())
        .isEqualTo(422);
    assertThat(admin.patch(path(head), Map.of("managerId", head.toString())).status())
        .isEqualTo(422);
  }

  @Test
  void departments_form_a_tree() {
    String sales = add("销售部", null);
    String east = add("华东", sales);
    Browser.Answer circle = admin.patch("/departments/" + sales, Map.of("parentId", east));
    assertThat(circle.status()).isEqualTo(422);
    assertThat(admin.post("/departments", Map.of("name", "华东", "parentId", sales)).code())
        .isEqualTo("departmentNameTaken");
    assertThat(admin.delete("/departments/" + sales).code()).isEqualTo("departmentInUse");
    assertThat(admin.delete("/departments/" + east).status()).isEqualTo(204);
    assertThat(admin.delete("/departments/" + sales).status()).isEqualTo(204);
  }

  private String add(String name, @org.jspecify.annotations.Nullable String parent) {
    Map<String, Object> body =
        parent == null ? Map.of("name", name) : Map.of("name", name, "parentId", parent);
    return admin.post("/departments", body).json().path("id").asString();
  }

  @Test
  void saved_views_are_ones_own_unless_shared() {
    members.join(person("li@example.com", Role.MARKETER), SYSTEM);
    Browser li = signedIn(port, "li@example.com");
    Map<String, String> filter = Map.of("stage", "won");
    admin.post("/views", Map.of("page", "leads", "name", "成交", "filter", filter, "shared", false));
    Browser.Answer shared =
        admin.post(
            "/views", Map.of("page", "leads", "name", "共享", "filter", filter, "shared", true));
    assertThat(shared.status()).isEqualTo(201);
    assertThat(li.get("/views?page=leads").json().size()).isEqualTo(1);
    assertThat(li.get("/views?page=leads").json().get(0).path("mine").asBoolean()).isFalse();
    String id = shared.json().path("id").asString();
    assertThat(li.delete("/views/" + id).status()).isEqualTo(404);
    assertThat(admin.delete("/views/" + id).status()).isEqualTo(204);
  }

  @Test
  void settings_change_and_everything_is_in_an_intact_log() {
    Browser.Answer changed =
        admin.put(
            "/settings",
            Map.of("workspaceName", "云帆", "moneyUnit", "yi", "timeZone", "Asia/Shanghai"));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(admin.get("/session").json().path("workspace").path("moneyUnit").asString())
        .isEqualTo("yi");
    Browser.Answer log = admin.get("/audit?actor=" + adminId);
    assertThat(log.json().path("items").get(0).path("action").asString())
        .isEqualTo("settings.edited");
    assertThat(log.text()).contains("127.0.0.1");
    assertThat(audit.verify().intact()).isTrue();
    assertThat(admin.get("/audit/check").json().path("intact").asBoolean()).isTrue();
  }
}
