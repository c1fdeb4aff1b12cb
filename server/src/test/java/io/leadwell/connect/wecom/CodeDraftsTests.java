package io.leadwell.connect.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.connect.wecom.Code.Status;
import io.leadwell.demo.tencent.StandInAccount;
import io.leadwell.demo.tencent.StandInCorp;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a code may be, before Tencent is asked; and the list of codes. */
@OnPostgres
class CodeDraftsTests extends CodeWorld {

  @Autowired private Channels channels;

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
