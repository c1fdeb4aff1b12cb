package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.CODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.connect.wecom.Code.Status;
import io.leadwell.demo.tencent.StandIn.Failure;
import io.leadwell.demo.tencent.StandInAccount;
import io.leadwell.demo.tencent.StandInCorp;
import io.leadwell.testing.OnPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
class CodesTests {

  private static final String ADD = "/cgi-bin/externalcontact/add_contact_way";

  @Autowired private Connections connections;
  @Autowired private Codes codes;
  @Autowired private CodeMaking making;
  @Autowired private Colleagues colleagues;
  @Autowired private Channels channels;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  private Corp corp;

  @BeforeEach
  void open() {
    corp = Corp.wecom(connections, port);
    colleagues.refresh(corp.connection, Caller.system());
  }

  private CodeDraft draft(CodeKind kind, String name, List<String> users) {
    return new CodeDraft(corp.connection, kind, name, null, null, users, true, null, null, null);
  }

  private Code add(CodeKind kind, String name) {
    return codes.add(draft(kind, name, List.of("zhangsan", "lisi")), Caller.system());
  }

  private static Map<String, Object> only(Map<String, Map<String, Object>> all) {
    assertThat(all).hasSize(1);
    return all.values().iterator().next();
  }

  private void refused(CodeDraft draft, String field) {
    assertThatThrownBy(() -> codes.add(draft, Caller.system()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.fields())
                    .extracting(Problem.Field::field)
                    .containsExactly(field));
  }

  @Test
  void a_channel_code_is_made_with_its_state_and_its_picture_is_kept_here() {
    Code code = add(CodeKind.WAY, "工博会展台");
    assertThat(code.status()).isEqualTo(Status.LIVE);
    Map<String, Object> way = only(Corp.TENCENT.corp().ways());
    assertThat(way).containsEntry("state", code.state()).containsEntry("skip_verify", true);
    assertThat(way.get("user")).isEqualTo(List.of("zhangsan", "lisi"));
    assertThat(code.state().length()).isLessThanOrEqualTo(30);
    assertThat(code.remoteId()).isEqualTo(way.get("config_id"));
    Codes.Picture picture = codes.picture(code.id());
    assertThat(picture.type()).isEqualTo("image/png");
    assertThat(picture.content().length).isGreaterThan(100);
  }

  @Test
  void an_acquisition_link_carries_its_state_within_the_limit() {
    Code code = add(CodeKind.LINK, "朋友圈广告，名字长得超过了三十个字也没有关系因为会截短的呀真的没关系");
    assertThat(code.status()).isEqualTo(Status.LIVE);
    assertThat(code.url()).endsWith("customer_channel=" + code.state());
    assertThat(code.state().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(64);
    assertThat(String.valueOf(only(Corp.TENCENT.corp().links()).get("link_name")))
        .hasSizeLessThanOrEqualTo(30)
        .endsWith(code.state());
    making.count();
    assertThat(Corp.figures(codes, code).clicks()).isEqualTo(24);
  }

  @Test
  void when_the_answer_is_lost_what_was_made_is_found_and_not_made_again() {
    for (CodeKind kind : List.of(CodeKind.WAY, CodeKind.LINK)) {
      String path =
          kind == CodeKind.WAY ? ADD : "/cgi-bin/externalcontact/customer_acquisition/create_link";
      add(kind, "另一个");
      Corp.TENCENT.fail(path, 1, new Failure.Silent());
      Code code = add(kind, "展台");
      assertThat(code.status()).isEqualTo(Status.MAKING);
      assertThat(code.problem()).isNotNull();
      dsl.update(CODE).set(CODE.TRIED_AT, Instant.now().minusSeconds(300)).execute();
      making.sweep();
      assertThat(codes.get(code.id()).status()).isEqualTo(Status.LIVE);
      assertThat(Corp.TENCENT.calls(path)).isEqualTo(2);
    }
    assertThat(Corp.TENCENT.corp().ways()).hasSize(2);
    assertThat(Corp.TENCENT.corp().links()).hasSize(2);
  }

  @Test
  void a_server_that_died_over_a_code_leaves_it_to_the_next() {
    Code code = add(CodeKind.WAY, "展台");
    dsl.update(CODE)
        .set(CODE.STATUS, Status.MAKING.word())
        .setNull(CODE.REMOTE_ID)
        .setNull(CODE.URL)
        .set(CODE.TRIED_AT, Instant.now().minusSeconds(300))
        .execute();
    making.sweep();
    making.sweep();
    assertThat(codes.get(code.id()).remoteId()).isEqualTo(code.remoteId());
    assertThat(Corp.TENCENT.corp().ways()).hasSize(1);
  }

  @Test
  void what_tencent_refuses_stands_in_the_code_until_it_is_tried_again() {
    Corp.TENCENT.corp().callable(false);
    Code code = add(CodeKind.WAY, "展台");
    assertThat(code.status()).isEqualTo(Status.FAILED);
    assertThat(code.problem())
        .isEqualTo(
            new Trouble("problem.TENCENT_NOT_CALLABLE", List.of("48002", "api forbidden", "?")));
    Corp.TENCENT.corp().callable(true);
    assertThat(codes.retry(code.id(), Caller.system()).status()).isEqualTo(Status.LIVE);
  }

  @Test
  void a_change_keeps_state_and_picture_and_reaches_tencent() {
    Code before = add(CodeKind.WAY, "展台");
    Code after =
        codes.change(before.id(), draft(CodeKind.WAY, "三号馆", List.of("lisi")), Caller.system());
    assertThat(after.state()).isEqualTo(before.state());
    assertThat(after.url()).isEqualTo(before.url());
    assertThat(codes.picture(after.id()).content()).isEqualTo(codes.picture(before.id()).content());
    Map<String, Object> way = only(Corp.TENCENT.corp().ways());
    assertThat(way).containsEntry("remark", "三号馆");
    assertThat(way.get("user")).isEqualTo(List.of("lisi"));
  }

  @Test
  void an_ended_code_is_gone_at_tencent_and_cannot_be_changed() {
    Code code = add(CodeKind.WAY, "展台");
    assertThat(codes.end(code.id(), Caller.system()).status()).isEqualTo(Status.ENDED);
    assertThat(Corp.TENCENT.corp().ways()).isEmpty();
    assertThatThrownBy(() ->
            codes.change(code.id(), draft(CodeKind.WAY, "x", List.of("lisi")), Caller.system()))
        .isInstanceOf(Problem.class);
    assertThat(codes.page(new CodeFilter(null, null, null, null), null, 50).items()).isEmpty();
    assertThat(codes.page(new CodeFilter(null, Status.ENDED, null, null), null, 50).items())
        .hasSize(1);
  }

  @Test
  void limits_are_held_before_tencent_is_asked() {
    for (int i = 0; i < 101; i++) {
      Corp.TENCENT
          .corp()
          .hire(new StandInCorp.User("u" + i, "员工" + i, "u" + i + "@example.com", "1380000" + i));
    }
    colleagues.refresh(corp.connection, Caller.system());
    List<String> many = IntStream.range(0, 101).mapToObj(i -> "u" + i).toList();
    refused(draft(CodeKind.WAY, "展台", many), "users");
    refused(draft(CodeKind.WAY, "展台", List.of()), "users");
    refused(draft(CodeKind.WAY, "展台", List.of("nobody")), "users");
    refused(draft(CodeKind.WAY, " ", List.of("lisi")), "name");
    refused(welcomed(new WelcomeMessage("字".repeat(1_400), List.of())), "welcome.text");
    List<WelcomeMessage.Attachment> ten = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ten.add(attachment("标题", "https://example.com"));
    }
    refused(welcomed(new WelcomeMessage("", ten)), "welcome.attachments");
    refused(
        welcomed(new WelcomeMessage("", List.of(attachment("标题", "javascript:alert(1)")))),
        "welcome.attachments");
    assertThat(Corp.TENCENT.calls(ADD)).isZero();
    assertThat(codes.add(draft(CodeKind.LINK, "链接", many), Caller.system()).status())
        .as("a link may have more colleagues than a code")
        .isEqualTo(Status.LIVE);
  }

  private CodeDraft welcomed(WelcomeMessage message) {
    return new CodeDraft(
        corp.connection,
        CodeKind.WAY,
        "展台",
        null,
        null,
        List.of("lisi"),
        true,
        message,
        null,
        null);
  }

  private static WelcomeMessage.Attachment attachment(String title, String address) {
    return new WelcomeMessage.Attachment(
        WelcomeMessage.Type.LINK, title, null, address, null, null);
  }

  @Test
  void a_link_into_a_mini_program_says_which_code_and_who() {
    Corp mini = Corp.mini(connections, port);
    Code code =
        codes.add(
            new CodeDraft(
                mini.connection,
                CodeKind.MINI,
                "短信召回",
                null,
                null,
                List.of(),
                false,
                null,
                "pages/product/index",
                "from=sms"),
            Caller.system());
    assertThat(code.status()).isEqualTo(Status.LIVE);
    assertThat(code.url()).startsWith("https://wxaurl.cn/");
    assertThat(code.expiresAt()).isAfter(Instant.now().plusSeconds(29 * 86_400));
    assertThat(Corp.TENCENT.account().queries()).containsExactly("from=sms&lw_c=" + code.state());

    Codes.MiniLink plain = codes.mini(code.id(), "p_7fK2", false);
    assertThat(plain.scheme())
        .isEqualTo(
            "weixin://dl/business/?appid="
                + StandInAccount.MINI_ID
                + "&path=pages%2Fproduct%2Findex&query=from%3Dsms%26lw_c%3D"
                + code.state()
                + "%26lw_p%3Dp_7fK2");
    assertThat(plain.url()).isNull();
    assertThat(codes.mini(code.id(), "p_7fK2", true).url()).startsWith("https://wxaurl.cn/");
    assertThat(Corp.TENCENT.account().queries().getLast()).endsWith("lw_p=p_7fK2");
    assertThatThrownBy(() -> codes.mini(code.id(), "a&path=x", false)).isInstanceOf(Problem.class);
  }

  @Test
  void a_link_that_is_about_to_expire_is_renewed() {
    Corp mini = Corp.mini(connections, port);
    Code code =
        codes.add(
            new CodeDraft(
                mini.connection,
                CodeKind.MINI,
                "短信",
                null,
                null,
                List.of(),
                false,
                null,
                null,
                null),
            Caller.system());
    dsl.update(CODE).set(CODE.EXPIRES_AT, Instant.now().plusSeconds(3_600)).execute();
    making.keep();
    assertThat(codes.get(code.id()).expiresAt()).isAfter(Instant.now().plusSeconds(86_400));
    assertThat(codes.get(code.id()).url()).isNotEqualTo(code.url());
  }

  @Test
  void a_code_of_an_official_account_is_drawn_from_its_address() {
    Corp official = Corp.official(connections, port);
    Code code =
        codes.add(
            new CodeDraft(
                official.connection,
                CodeKind.FOLLOW,
                "展会易拉宝",
                null,
                null,
                List.of(),
                false,
                new WelcomeMessage("感谢关注", List.of()),
                null,
                null),
            Caller.system());
    assertThat(code.url()).isEqualTo("http://weixin.qq.com/q/" + code.state());
    assertThat(code.hasPicture()).isFalse();
  }

  @Test
  void a_code_needs_a_connection_of_its_kind() {
    Corp official = Corp.official(connections, port);
    assertThatThrownBy(() ->
            codes.add(
                new CodeDraft(
                    official.connection,
                    CodeKind.WAY,
                    "x",
                    null,
                    null,
                    List.of("lisi"),
                    true,
                    null,
                    null,
                    null),
                Caller.system()))
        .isInstanceOf(Problem.class);
  }

  @Test
  void codes_are_listed_page_by_page_and_by_channel_with_those_below() {
    UUID parent = channel("线下");
    UUID child = channel("展台");
    channels.change(
        child,
        before ->
            new io.leadwell.acquire.campaigns.ChannelDraft(
                before.name(), parent, before.frame(), before.sourceClass()),
        Caller.system());
    for (int i = 0; i < 5; i++) {
      codes.add(
          new CodeDraft(
              corp.connection,
              CodeKind.WAY,
              "码" + i,
              i % 2 == 0 ? child : null,
              null,
              List.of("lisi"),
              true,
              null,
              null,
              null),
          Caller.system());
    }
    CodeFilter below = new CodeFilter(null, null, channels.withDescendants(parent), null);
    assertThat(codes.page(below, null, 50).items()).hasSize(3);
    CodeFilter all = new CodeFilter(CodeKind.WAY, null, null, null);
    List<String> names = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      var page = codes.page(all, cursor, 2);
      assertThat(page.total()).isEqualTo(5);
      page.items().forEach(code -> names.add(code.name()));
      cursor = page.next();
    } while (cursor != null);
    assertThat(names).containsExactly("码4", "码3", "码2", "码1", "码0");
  }

  private UUID channel(String name) {
    return Objects.requireNonNull(channels.named(List.of(name), true).get(name));
  }
}
