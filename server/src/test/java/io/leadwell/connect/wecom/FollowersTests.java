package io.leadwell.connect.wecom;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static io.leadwell.tables.wecom.Tables.FOLLOWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.connect.wecom.FollowerIntake.Outcome;
import io.leadwell.demo.tencent.StandInCorp;
import io.leadwell.demo.tencent.StandInEvents;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.ImportStatus;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.imports.Mapping;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class FollowersTests {

  private static final String FAN = "oFan0001";
  private static final String UNION = "uFan0001";

  @Autowired private Connections connections;
  @Autowired private Codes codes;
  @Autowired private Followers followers;
  @Autowired private FollowerIntake intake;
  @Autowired private IncomingWork work;
  @Autowired private Imports imports;
  @Autowired private Channels channels;
  @Autowired private Keys keys;
  @Autowired private TransactionTemplate transaction;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  private Corp wecom;
  private Corp official;

  @BeforeEach
  void open() {
    wecom = Corp.wecom(connections, port);
    official = Corp.official(connections, port);
  }

  private void settle() {
    Corp.settle(dsl, work);
  }

  private void follow(@Nullable String key) {
    Corp.TENCENT.account().follow(FAN, UNION, "ADD_SCENE_QR_CODE");
    assertThat(
            official.caller.tell(
                StandInEvents.follower("subscribe", FAN, Corp.NOW.minusSeconds(600), key)))
        .isEqualTo(200);
    settle();
  }

  private Follower only() {
    List<Follower> all = followers.page(any(), null, 50, Caller.system()).items();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static FollowerFilter any() {
    return new FollowerFilter(null, null, null, null, null, null, null, null, null);
  }

  private Code code(@Nullable UUID channel) {
    return codes.add(
        new CodeDraft(
            official.connection,
            CodeKind.FOLLOW,
            "展会易拉宝",
            channel,
            null,
            List.of(),
            false,
            new WelcomeMessage("感谢关注", List.of()),
            null,
            null),
        Caller.system());
  }

  @Test
  void a_follower_is_half_private_until_something_is_done() {
    UUID channel = channels.named(List.of("公众号"), true).get("公众号");
    Code code = code(channel);
    follow("qrscene_" + code.state());

    assertThat(dsl.fetchCount(LEAD)).isZero();
    assertThat(dsl.fetchCount(PERSON)).isEqualTo(1);
    Follower half = only();
    assertThat(half.leadId()).isNull();
    assertThat(half.following()).isTrue();
    assertThat(half.code()).isEqualTo("展会易拉宝");
    assertThat(half.channelId()).isEqualTo(channel);
    assertThat(half.scene()).isEqualTo("ADD_SCENE_QR_CODE");
    Settled.until(() -> Corp.TENCENT.account().said().contains("感谢关注"));

    official.caller.tell(StandInEvents.message(FAN, Corp.NOW, "想了解报价", 1));
    settle();

    Follower lead = only();
    assertThat(lead.leadId()).isNotNull();
    assertThat(lead.leadBy()).isEqualTo("message");
    assertThat(lead.interactions()).isEqualTo(1);
    assertThat(dsl.fetchCount(PERSON)).isEqualTo(1);
    assertThat(
            dsl.select(TOUCH.SCENE)
                .from(TOUCH)
                .where(TOUCH.LEAD_ID.eq(lead.leadId()))
                .orderBy(TOUCH.HAPPENED_AT)
                .fetch(TOUCH.SCENE))
        .containsExactly("follow", "message");
    assertThat(dsl.select(LEAD.CHANNEL_ID).from(LEAD).fetchSingle().value1())
        .as("the channel is that of the follow")
        .isEqualTo(channel);
    assertThat(Corp.figures(codes, code).leads()).isEqualTo(1);
  }

  @Test
  void what_a_lead_does_later_is_a_touch_and_no_second_lead() {
    follow(null);
    official.caller.tell(StandInEvents.follower("CLICK", FAN, Corp.NOW.minusSeconds(90), "PRICE"));
    official.caller.tell(StandInEvents.message(FAN, Corp.NOW.minusSeconds(60), "在吗", 1));
    official.caller.tell(StandInEvents.message(FAN, Corp.NOW.minusSeconds(30), "在吗", 2));
    settle();
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(4);
    assertThat(followers.moves(only().id(), Caller.system()))
        .extracting(Follower.Move::move)
        .containsExactly("message", "message", "click", "follow");
  }

  @Test
  void an_interaction_that_is_switched_off_makes_no_lead() {
    ConnectionDraft draft =
        new ConnectionDraft(
            ConnectionKind.OFFICIAL,
            "云帆",
            io.leadwell.demo.tencent.StandInAccount.APP_ID,
            null,
            null,
            null,
            null,
            null,
            null,
            Set.of(Interaction.MESSAGE),
            true);
    connections.change(official.connection, draft, Caller.system());
    follow(null);
    official.caller.tell(StandInEvents.follower("CLICK", FAN, Corp.NOW, "PRICE"));
    settle();
    assertThat(dsl.fetchCount(LEAD)).isZero();
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(2);
  }

  @Test
  void the_same_human_in_wecom_is_the_same_person_and_their_lead_is_found_from_both() {
    follow(null);
    Corp.TENCENT.corp().meet("wmFan", "小范", UNION, Corp.bond("zhangsan", Corp.NOW, null));
    wecom.tellAdded("wmFan", "zhangsan", Corp.NOW, null, null);
    settle();
    assertThat(dsl.fetchCount(PERSON)).isEqualTo(1);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(only().leadBy()).isEqualTo("contact");
    assertThat(dsl.select(TOUCH.SCENE).from(TOUCH).orderBy(TOUCH.HAPPENED_AT).fetch(TOUCH.SCENE))
        .containsExactly("follow", "wecom_added");
  }

  @Test
  void who_is_known_by_two_ids_that_only_later_turn_out_to_be_one_breaks_nothing() {
    Corp.TENCENT.account().follow(FAN, UNION, null);
    official.caller.tell(StandInEvents.message(FAN, Corp.NOW.minusSeconds(90), "在吗", 1));
    wecom.add("wmFan", "小范", "zhangsan", Corp.NOW.minusSeconds(60), null);
    settle();
    assertThat(dsl.fetchCount(PERSON)).isEqualTo(2);
    Corp.TENCENT
        .corp()
        .meet("wmFan", "小范", UNION, Corp.bond("zhangsan", Corp.NOW.minusSeconds(60), null));
    wecom.tell("edit_external_contact", "wmFan", "zhangsan", Corp.NOW);
    settle();
    assertThat(
            dsl.fetchCount(
                io.leadwell.tables.wecom.Tables.INCOMING,
                io.leadwell.tables.wecom.Tables.INCOMING.STATE.eq(IncomingStore.DONE)))
        .isEqualTo(3);
    assertThat(dsl.fetchCount(PERSON)).as("a case for a merge, told by nobody yet").isEqualTo(2);
  }

  @Test
  void who_leaves_is_gone_and_stays_on_record() {
    follow(null);
    Corp.TENCENT.account().unfollow(FAN);
    official.caller.tell(StandInEvents.follower("unsubscribe", FAN, Corp.NOW, null));
    settle();
    assertThat(only().following()).isFalse();
    FollowerFilter gone = new FollowerFilter(null, null, false, null, null, null, null, null, null);
    assertThat(followers.page(gone, null, 50, Caller.system()).total()).isEqualTo(1);
  }

  @Test
  void an_account_that_may_not_ask_goes_without_the_union_id() {
    Corp.TENCENT.account().certified(false);
    follow(null);
    assertThat(only().following()).isTrue();
    assertThat(dsl.select(FOLLOWER.UNION_ID).from(FOLLOWER).fetchSingle().value1()).isNull();
  }

  @Test
  void a_lead_that_opened_elsewhere_is_noticed() {
    follow(null);
    UUID person = dsl.select(PERSON.ID).from(PERSON).fetchSingle().value1();
    followers.notice();
    assertThat(only().leadId()).isNull();
    Corp.TENCENT.corp().meet("wmFan", "小范", UNION, Corp.bond("zhangsan", Corp.NOW, null));
    wecom.tellAdded("wmFan", "zhangsan", Corp.NOW, null, null);
    settle();
    dsl.update(FOLLOWER).setNull(FOLLOWER.LEAD_ID).execute();
    followers.notice();
    assertThat(only().leadId()).isNotNull();
    assertThat(only().personId()).isEqualTo(person);
  }

  @Test
  void from_a_file_they_come_in_twice_without_doubling_and_go_again() throws Exception {
    String file =
        """
        账号,类型,昵称,unionid,关注时间,渠道,手机,备注
        云帆科技,视频号,老周,uZhou,2026-10-01 09:00,视频号,,看了三次直播
        云帆科技,视频号,小林,,2026-10-02,视频号,,
        云帆科技,视频号,陈工,,2026-10-03,视频号,13800138009,要报价
        云帆科技,视频号,,,,,,
        """;
    Import first = bring(file);
    assertThat(first.status()).isEqualTo(ImportStatus.DONE);
    assertThat(dsl.fetchCount(FOLLOWER)).isEqualTo(3);
    assertThat(dsl.fetchCount(LEAD)).as("who left a phone is a lead").isEqualTo(1);
    bring(file);
    assertThat(dsl.fetchCount(FOLLOWER)).isEqualTo(3);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(1);

    Corp.TENCENT.corp().meet("wmZhou", "老周", "uZhou", Corp.bond("lisi", Corp.NOW, null));
    wecom.tellAdded("wmZhou", "lisi", Corp.NOW, null, null);
    settle();
    assertThat(dsl.fetchCount(FOLLOWER, FOLLOWER.LEAD_ID.isNotNull())).isEqualTo(2);

    imports.undo(first.id(), Caller.system());
    assertThat(imports.await(first.id()).status())
        .as("who is a lead by now stays")
        .isEqualTo(ImportStatus.PARTLY_UNDONE);
    assertThat(dsl.select(FOLLOWER.NAME).from(FOLLOWER).fetch(FOLLOWER.NAME))
        .containsExactlyInAnyOrder("老周", "陈工");
  }

  private Import bring(String file) throws InterruptedException {
    Import batch =
        imports.receive(
            Caller.system(),
            "followers",
            "粉丝.csv",
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    Map<String, List<String>> columns = new LinkedHashMap<>();
    batch.headers().forEach(header -> columns.put(header.name(), header.guess()));
    imports.map(
        batch.id(), new Mapping(columns, Map.of(), Mapping.Options.usual(), null), Caller.system());
    Import checked = imports.await(batch.id());
    imports.commit(checked.id(), Caller.system());
    return imports.await(batch.id());
  }

  @Test
  void another_system_brings_one_by_one_and_again() {
    String key = keys.create("script", Role.MARKETER, null, Caller.system()).secret();
    Browser program = new Browser(port).with("Authorization", "Bearer " + key);
    Map<String, Object> fan =
        Map.of("source", "channels", "account", "云帆科技", "name", "老周", "unionId", "uZhou");
    assertThat(program.post("/wecom/followers", fan).status()).isEqualTo(200);
    assertThat(program.post("/wecom/followers", fan).status()).isEqualTo(200);
    assertThat(dsl.fetchCount(FOLLOWER)).isEqualTo(1);
    Map<String, Object> more = new LinkedHashMap<>(fan);
    more.put("phone", "138 0013 8009");
    Browser.Answer lead = program.post("/wecom/followers", more);
    assertThat(lead.json().path("leadBy").asString()).isEqualTo("details");
    program.post("/wecom/followers", more);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(1);
    more.put("phone", "12");
    assertThat(program.post("/wecom/followers", more).status()).isEqualTo(422);
    assertThat(program.post("/wecom/followers", Map.of("source", "channels")).status())
        .isEqualTo(422);
  }

  @Test
  void half_private_contacts_are_seen_by_those_who_see_everybodys_records() {
    follow(null);
    Caller seller =
        new Caller(
            Caller.Kind.MEMBER,
            UUID.randomUUID(),
            null,
            "销售",
            Role.SALESPERSON.permissions(),
            new Visible.OwnedBy(Set.of(UUID.randomUUID())),
            null);
    assertThat(followers.page(any(), null, 50, seller).items()).isEmpty();
    UUID id = only().id();
    assertThatThrownBy(() -> followers.get(id, seller)).isInstanceOf(Problem.class);
    assertThat(followers.accounts(seller)).isEmpty();
  }

  @Test
  void the_list_is_filtered_and_paged() {
    transaction.executeWithoutResult(_ -> {
      for (int i = 0; i < 25; i++) {
        FollowerDraft draft =
            new FollowerDraft(
                i % 2 == 0 ? FollowerSource.CHANNELS : FollowerSource.OTHER,
                "号" + i % 3,
                "o" + i,
                null,
                "粉丝" + i,
                null,
                null,
                null,
                null,
                Corp.NOW.minusSeconds(i * 60L),
                null,
                null);
        assertThat(intake.bring(draft, null, null).outcome()).isEqualTo(Outcome.FRESH);
        assertThat(intake.foresee(draft)).isEqualTo(Outcome.SAME);
      }
    });
    FollowerFilter channelsOnly =
        new FollowerFilter(
            FollowerSource.CHANNELS, null, true, false, null, null, null, null, null);
    assertThat(followers.page(channelsOnly, null, 50, Caller.system()).total()).isEqualTo(13);
    FollowerFilter text = new FollowerFilter(null, "号1", null, null, null, null, "粉丝1", null, null);
    assertThat(followers.page(text, null, 50, Caller.system()).items())
        .extracting(Follower::name)
        .containsExactly("粉丝1", "粉丝10", "粉丝13", "粉丝16", "粉丝19");
    var first = followers.page(any(), null, 20, Caller.system());
    var second = followers.page(any(), first.next(), 20, Caller.system());
    assertThat(first.items()).hasSize(20);
    assertThat(second.items()).hasSize(5);
    assertThat(second.next()).isNull();
    assertThat(StandInCorp.CORP_ID).isNotBlank();
  }
}
