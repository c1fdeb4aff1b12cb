package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.INCOMING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.connect.wecom.Callbacks.Reason;
import io.leadwell.demo.tencent.StandInCaller;
import io.leadwell.demo.tencent.StandInCaller.Letter;
import io.leadwell.demo.tencent.StandInCorp;
import io.leadwell.demo.tencent.StandInEvents;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
class CallbacksTests {

  @Autowired private Connections connections;
  @Autowired private Callbacks callbacks;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  private Corp corp;

  @BeforeEach
  void open() {
    corp = Corp.wecom(connections, port);
  }

  private static String event(String externalId) {
    return StandInEvents.contact("del_follow_user", externalId, "zhangsan", Corp.NOW, null, null);
  }

  private int kept() {
    return dsl.fetchCount(INCOMING);
  }

  private StandInCaller caller(String receiver, String token, String key) {
    return new StandInCaller(
        URI.create("http://127.0.0.1:" + port + "/api/callbacks/wecom/" + corp.connection),
        receiver,
        token,
        key);
  }

  @Test
  void the_address_answers_a_greeting_with_the_opened_echo() {
    var answer = corp.caller.greet("1616140317555161061");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("1616140317555161061");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(connections.get(corp.connection).greetedAt()).isNotNull();
  }

  @Test
  void an_official_account_greets_plainly_and_is_still_asked_for_its_signature() {
    Corp official = Corp.official(connections, port);
    assertThat(official.caller.greetPlainly("4711").body()).isEqualTo("4711");
    StandInCaller stranger =
        new StandInCaller(
            URI.create("http://127.0.0.1:" + port + "/api/callbacks/wecom/" + official.connection),
            "x",
            "anotherToken",
            Corp.AES_KEY);
    assertThat(stranger.greetPlainly("4711").statusCode()).isEqualTo(403);
  }

  @Test
  void a_callback_is_kept_and_needs_neither_session_nor_csrf_token() {
    assertThat(corp.caller.tell(event("wm1"))).isEqualTo(200);
    assertThat(kept()).isEqualTo(1);
    assertThat(dsl.select(INCOMING.EVENT).from(INCOMING).fetchSingle().value1())
        .isEqualTo("change_external_contact/del_follow_user");
  }

  @Test
  void what_is_not_from_tencent_is_turned_away_and_the_reason_counted() {
    Letter letter = corp.caller.letter(event("wm1"), Instant.now());
    assertThat(corp.caller.send(letter.signed("0".repeat(40)))).isEqualTo(403);
    assertThat(caller(StandInCorp.CORP_ID, "anotherToken", Corp.AES_KEY).tell(event("wm1")))
        .isEqualTo(403);
    String otherKey = new StringBuilder(Corp.AES_KEY).reverse().toString();
    assertThat(caller(StandInCorp.CORP_ID, Corp.TOKEN, otherKey).tell(event("wm1"))).isEqualTo(403);
    assertThat(caller("wwanothercorp", Corp.TOKEN, Corp.AES_KEY).tell(event("wm1")))
        .as("signed with our token for another corp")
        .isEqualTo(403);
    assertThat(kept()).isZero();
    assertThat(callbacks.refusals(corp.connection))
        .containsKeys(Reason.WRONG_SIGNATURE, Reason.WRONG_KEY, Reason.WRONG_RECEIVER);
  }

  @Test
  void a_letter_from_yesterday_is_turned_away_whoever_signed_it() {
    Instant yesterday = Instant.now().minus(Duration.ofHours(24));
    assertThat(corp.caller.send(corp.caller.letter(event("wm1"), yesterday))).isEqualTo(403);
    Instant tomorrow = Instant.now().plus(Duration.ofHours(24));
    assertThat(corp.caller.send(corp.caller.letter(event("wm1"), tomorrow))).isEqualTo(403);
    assertThat(kept()).isZero();
    assertThat(callbacks.refusals(corp.connection)).containsKey(Reason.TOO_OLD);
  }

  @Test
  void the_same_letter_again_and_the_same_event_in_a_new_letter_are_kept_once() {
    Letter letter = corp.caller.letter(event("wm1"), Instant.now());
    assertThat(corp.caller.send(letter)).isEqualTo(200);
    assertThat(corp.caller.send(letter)).isEqualTo(200);
    assertThat(corp.caller.tell(event("wm1"))).isEqualTo(200);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void eight_at_once_with_the_same_event_keep_it_once() throws Exception {
    for (int round = 0; round < 10; round++) {
      String event = event("wm" + round);
      List<Future<Integer>> answers = new ArrayList<>();
      try (var threads = Executors.newFixedThreadPool(8)) {
        for (int i = 0; i < 8; i++) {
          answers.add(threads.submit(() -> corp.caller.tell(event)));
        }
        for (Future<Integer> answer : answers) {
          assertThat(answer.get()).isEqualTo(200);
        }
      }
    }
    assertThat(kept()).isEqualTo(10);
  }

  @Test
  void hostile_bodies_are_refused_with_a_status_and_nothing_is_kept() {
    for (Map.Entry<String, Integer> one :
        Map.of(
                "",
                400,
                "not xml",
                400,
                "<xml><Content>plain text mode</Content></xml>",
                400,
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml>&e;</xml>",
                400,
                "<xml><Encrypt>" + "A".repeat(1_000) + "</Encrypt></xml>",
                403,
                "<xml><Encrypt>" + "A".repeat(Callbacks.LARGEST) + "</Encrypt></xml>",
                413,
                "<a>".repeat(20_000),
                400)
            .entrySet()) {
      Letter letter =
          new Letter(
              String.valueOf(Instant.now().getEpochSecond()), "n", "0".repeat(40), one.getKey());
      assertThat(corp.caller.send(letter))
          .as(one.getKey().substring(0, Math.min(60, one.getKey().length())))
          .isEqualTo(one.getValue());
    }
    assertThat(kept()).isZero();
  }

  @Test
  void an_unknown_or_switched_off_address_says_nothing_about_itself() {
    Browser stranger = new Browser(port);
    assertThat(stranger.post("!/api/callbacks/wecom/" + UUID.randomUUID(), null).status())
        .isEqualTo(404);
    assertThat(stranger.get("!/api/callbacks/wecom/" + corp.connection).status()).isEqualTo(400);
    ConnectionDraft off =
        new ConnectionDraft(
            ConnectionKind.WECOM,
            "云帆",
            StandInCorp.CORP_ID,
            null,
            null,
            null,
            null,
            null,
            null,
            java.util.Set.of(),
            false);
    connections.change(corp.connection, off, Caller.system());
    assertThat(corp.caller.tell(event("wm1"))).isEqualTo(404);
    assertThat(kept()).isZero();
  }

  @Test
  void the_way_around_the_csrf_check_leads_to_callbacks_only() {
    Browser stranger = new Browser(port);
    for (String path :
        List.of(
            "/api/callbacks/../v1/departments",
            "/api/callbacks/%2e%2e/v1/departments",
            "/api/callbacks/..;/v1/departments",
            "/api/callbacks//../v1/departments")) {
      int status = stranger.post("!" + path, Map.of("name", "x")).status();
      assertThat(status).as(path).isIn(400, 401, 403, 404);
    }
    assertThat(stranger.post("/departments", Map.of("name", "x")).status()).isIn(401, 403);
  }

  @Test
  void an_event_nobody_knows_is_kept_as_unknown() {
    assertThat(
            corp.caller.tell(
                StandInEvents.xml(
                    Map.of(
                        "CreateTime",
                        String.valueOf(Corp.NOW.getEpochSecond()),
                        "MsgType",
                        "event",
                        "Event",
                        "something_new"))))
        .isEqualTo(200);
    Settled.until(() -> dsl.fetchCount(INCOMING, INCOMING.STATE.eq(IncomingStore.UNKNOWN)) == 1);
    assertThat(dsl.select(INCOMING.CONTENT).from(INCOMING).fetchSingle().value1())
        .contains("something_new");
  }
}
