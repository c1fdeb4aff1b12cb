package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.INCOMING;
import static io.leadwell.tables.wecom.Tables.WELCOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.connect.wecom.WelcomeMessage.Attachment;
import io.leadwell.connect.wecom.WelcomeMessage.Type;
import io.leadwell.demo.tencent.StandIn.Failure;
import io.leadwell.demo.tencent.StandInCaller.Letter;
import io.leadwell.demo.tencent.StandInEvents;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnPostgres
class WelcomesTests {

  private static final String SEND = "/cgi-bin/externalcontact/send_welcome_msg";
  private static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4
  };

  @Autowired private Connections connections;
  @Autowired private Codes codes;
  @Autowired private Colleagues colleagues;
  @Autowired private Pictures pictures;
  @Autowired private Welcomes welcomes;
  @Autowired private IncomingWork work;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  private Corp corp;
  private Code code;

  @BeforeEach
  void open() {
    corp = Corp.wecom(connections, port);
    code = code(new WelcomeMessage("您好，我是张三，资料这就发您。", List.of()));
  }

  private Code code(WelcomeMessage message) {
    colleagues.refresh(corp.connection, Caller.system());
    return codes.add(
        new CodeDraft(
            corp.connection,
            CodeKind.WAY,
            "展台",
            null,
            null,
            List.of("zhangsan"),
            true,
            message,
            null,
            null),
        Caller.system());
  }

  private String arrive(String externalId) {
    String welcomeCode = Corp.TENCENT.corp().welcomeCode();
    Corp.TENCENT.corp().meet(externalId, "小王", null, Corp.bond("zhangsan", Corp.NOW, code.state()));
    assertThat(corp.tellAdded(externalId, "zhangsan", Corp.NOW, code.state(), welcomeCode))
        .isEqualTo(200);
    return welcomeCode;
  }

  private void ended(int many) {
    Settled.until(() -> dsl.fetchCount(WELCOME, WELCOME.ENDED_AT.isNotNull()) == many);
  }

  private String state() {
    return dsl.select(WELCOME.STATE).from(WELCOME).fetchSingle().value1();
  }

  @Test
  void the_first_words_are_said_though_nothing_else_can_be_done_yet() {
    Corp.TENCENT.fail("/cgi-bin/externalcontact/get", 100, new Failure.Refused(-1, "system busy"));
    String welcomeCode = arrive("wm1");
    ended(1);
    assertThat(state()).isEqualTo(WelcomeStore.SENT);
    assertThat(Corp.TENCENT.corp().said()).hasSize(1);
    assertThat(Corp.TENCENT.corp().said().getFirst().code()).isEqualTo(welcomeCode);
    assertThat(
            Corp.TENCENT.corp().said().getFirst().message().path("text").path("content").asString())
        .startsWith("您好");
    assertThat(dsl.fetchCount(INCOMING, INCOMING.STATE.eq(IncomingStore.DONE))).isZero();
    assertThat(dsl.select(WELCOME.WELCOME_CODE).from(WELCOME).fetchSingle().value1())
        .as("a spent code is not kept")
        .isNull();
  }

  @Test
  void however_often_and_by_however_many_it_is_told_it_is_said_once() throws Exception {
    for (int round = 0; round < 5; round++) {
      String welcomeCode = Corp.TENCENT.corp().welcomeCode();
      Letter letter =
          corp.caller.letter(
              StandInEvents.contact(
                  "add_external_contact",
                  "wm" + round,
                  "zhangsan",
                  Corp.NOW,
                  code.state(),
                  welcomeCode),
              Instant.now());
      List<Future<Integer>> answers = new ArrayList<>();
      try (var threads = Executors.newFixedThreadPool(8)) {
        for (int i = 0; i < 8; i++) {
          answers.add(threads.submit(() -> corp.caller.send(letter)));
        }
        for (Future<Integer> answer : answers) {
          assertThat(answer.get()).isEqualTo(200);
        }
      }
    }
    ended(5);
    assertThat(Corp.TENCENT.calls(SEND)).isEqualTo(5);
    assertThat(Corp.TENCENT.corp().said()).hasSize(5);
  }

  @Test
  void eight_who_find_one_waiting_say_it_once() throws Exception {
    arrive("wm1");
    ended(1);
    UUID id = dsl.select(WELCOME.ID).from(WELCOME).fetchSingle().value1();
    dsl.update(WELCOME)
        .set(WELCOME.STATE, WelcomeStore.WAITING)
        .set(WELCOME.WELCOME_CODE, Corp.TENCENT.corp().welcomeCode())
        .execute();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        threads.submit(() -> welcomes.send(id));
      }
    }
    ended(1);
    assertThat(Corp.TENCENT.calls(SEND)).isEqualTo(2);
  }

  @Test
  void a_busy_vendor_is_asked_again_while_there_is_time() {
    Corp.TENCENT.fail(SEND, 2, new Failure.Refused(-1, "system busy"));
    arrive("wm1");
    ended(1);
    assertThat(state()).isEqualTo(WelcomeStore.SENT);
    assertThat(Corp.TENCENT.calls(SEND)).isEqualTo(3);
  }

  @Test
  void when_the_answer_is_lost_nobody_knows_and_it_is_not_said_twice() {
    Corp.TENCENT.fail(SEND, 1, new Failure.Silent());
    arrive("wm1");
    ended(1);
    assertThat(state()).isEqualTo(WelcomeStore.UNKNOWN);
    assertThat(Corp.TENCENT.corp().said()).hasSize(1);
  }

  @Test
  void what_another_system_has_said_first_is_told_as_that() {
    Corp.TENCENT.fail(SEND, 1, new Failure.Refused(41050, "welcome code used"));
    arrive("wm1");
    ended(1);
    assertThat(state()).isEqualTo(WelcomeStore.SPENT);
    assertThat(codes.welcomes(code.id(), 5).getFirst().problem())
        .isEqualTo(
            new Trouble(
                "problem.TENCENT_WELCOME_SPENT", List.of("41050", "welcome code used", "?")));
    assertThat(Corp.figures(codes, code).unwelcomed()).isEqualTo(1);
  }

  @Test
  void without_a_code_of_its_own_wecom_has_its_own_words() {
    corp.tellAdded("wm1", "zhangsan", Corp.NOW, code.state(), null);
    Settled.until(() -> dsl.fetchCount(WELCOME) == 1);
    assertThat(state()).isEqualTo(WelcomeStore.NONE);
    assertThat(Corp.TENCENT.calls(SEND)).isZero();
  }

  @Test
  void after_its_time_nothing_is_said_and_what_was_begun_stays_unknown() {
    UUID waiting = UUID.randomUUID();
    UUID begun = UUID.randomUUID();
    Instant longAgo = Instant.now().minusSeconds(600);
    for (UUID id : List.of(waiting, begun)) {
      dsl.insertInto(WELCOME)
          .set(WELCOME.ID, id)
          .set(WELCOME.CONNECTION_ID, corp.connection)
          .set(WELCOME.CODE_ID, code.id())
          .set(WELCOME.TO_ID, "wm1")
          .set(WELCOME.WELCOME_CODE, Corp.TENCENT.corp().welcomeCode())
          .set(WELCOME.STATE, id.equals(waiting) ? WelcomeStore.WAITING : WelcomeStore.SENDING)
          .set(WELCOME.RECEIVED_AT, longAgo)
          .set(WELCOME.DEADLINE_AT, longAgo.plusSeconds(18))
          .execute();
    }
    welcomes.send(waiting);
    welcomes.sweep();
    ended(2);
    assertThat(
            dsl.select(WELCOME.STATE)
                .from(WELCOME)
                .where(WELCOME.ID.eq(waiting))
                .fetchSingle()
                .value1())
        .isEqualTo(WelcomeStore.LATE);
    assertThat(
            dsl.select(WELCOME.STATE)
                .from(WELCOME)
                .where(WELCOME.ID.eq(begun))
                .fetchSingle()
                .value1())
        .isEqualTo(WelcomeStore.UNKNOWN);
    assertThat(Corp.TENCENT.calls(SEND)).isZero();
  }

  @Test
  void one_that_waited_when_the_server_died_is_said_when_there_is_time_left() {
    UUID id = UUID.randomUUID();
    dsl.insertInto(WELCOME)
        .set(WELCOME.ID, id)
        .set(WELCOME.CONNECTION_ID, corp.connection)
        .set(WELCOME.CODE_ID, code.id())
        .set(WELCOME.TO_ID, "wm1")
        .set(WELCOME.WELCOME_CODE, Corp.TENCENT.corp().welcomeCode())
        .set(WELCOME.STATE, WelcomeStore.WAITING)
        .set(WELCOME.RECEIVED_AT, Instant.now().minusSeconds(3))
        .set(WELCOME.DEADLINE_AT, Instant.now().plusSeconds(3_600))
        .execute();
    welcomes.sweep();
    ended(1);
    assertThat(state()).isEqualTo(WelcomeStore.SENT);
  }

  @Test
  void pictures_links_and_mini_programs_go_along_and_are_made_ready_before() {
    UUID picture = pictures.add("封面.png", PNG, Caller.system());
    code =
        code(
            new WelcomeMessage(
                "资料",
                List.of(
                    new Attachment(Type.IMAGE, null, null, null, null, picture),
                    new Attachment(
                        Type.LINK, "白皮书", "40 页", "https://example.com/w", null, picture),
                    new Attachment(
                        Type.MINIPROGRAM,
                        "产品",
                        null,
                        "pages/index",
                        "wx0b8e4d2f6a1c3579",
                        picture))));
    assertThat(code.status()).isEqualTo(Code.Status.LIVE);
    assertThat(Corp.TENCENT.calls("/cgi-bin/media/uploadimg")).isEqualTo(1);
    assertThat(Corp.TENCENT.calls("/cgi-bin/media/upload")).isEqualTo(1);

    arrive("wm1");
    ended(1);
    JsonNode said = Corp.TENCENT.corp().said().getFirst().message().path("attachments");
    assertThat(said.size()).isEqualTo(3);
    assertThat(said.path(0).path("image").path("pic_url").asString()).startsWith("http");
    assertThat(said.path(1).path("link").path("url").asString()).isEqualTo("https://example.com/w");
    assertThat(said.path(2).path("miniprogram").path("pic_media_id").asString())
        .startsWith("MEDIA");
    assertThat(Corp.TENCENT.calls("/cgi-bin/media/upload"))
        .as("nothing was uploaded while somebody waited")
        .isEqualTo(1);
    assertThat(work.step()).isGreaterThanOrEqualTo(0);
  }
}
