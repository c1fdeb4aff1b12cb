package io.leadwell.connect.wecom;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static io.leadwell.tables.wecom.Tables.FOLLOWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.demo.tencent.StandInEvents;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class FollowersTests extends FollowerWorld {

  @Autowired private Codes codes;

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
}
