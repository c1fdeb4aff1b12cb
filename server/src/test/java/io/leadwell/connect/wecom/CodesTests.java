package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.CODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.connect.wecom.Code.Status;
import io.leadwell.demo.tencent.StandIn.Failure;
import io.leadwell.testing.OnPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class CodesTests extends CodeWorld {

  @Autowired private CodeMaking making;
  @Autowired private DSLContext dsl;

  private static Map<String, Object> only(Map<String, Map<String, Object>> all) {
    assertThat(all).hasSize(1);
    return all.values().iterator().next();
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
}
