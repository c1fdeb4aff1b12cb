package io.leadwell.connect.wecom;

import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static io.leadwell.tables.wecom.Tables.CONTACT;
import static io.leadwell.tables.wecom.Tables.FOLLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Caller;
import io.leadwell.demo.tencent.StandInEvents;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Stage;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class ContactEventsTests extends ContactWorld {

  @Autowired private Codes codes;
  @Autowired private ContactBonds bonds;
  @Autowired private Channels channels;

  private Code code(String name, @Nullable UUID channel) {
    colleagues.refresh(corp.connection, Caller.system());
    return codes.add(
        new CodeDraft(
            corp.connection,
            CodeKind.WAY,
            name,
            channel,
            null,
            List.of("zhangsan", "lisi"),
            true,
            null,
            null,
            null),
        Caller.system());
  }

  private Record follow(String user) {
    return dsl.selectFrom(FOLLOW).where(FOLLOW.USER_ID.eq(user)).fetchSingle();
  }

  @Test
  void a_contact_becomes_person_touch_and_lead_with_the_channel_of_its_code() {
    UUID channel = channels.named(List.of("行业展会"), true).get("行业展会");
    Code code = code("工博会展台", channel);

    corp.add(WANG, "小王", "zhangsan", NOW, code.state());
    settle();

    LeadRow lead = lead();
    assertThat(lead.name()).isEqualTo("小王");
    assertThat(lead.channel()).isEqualTo("行业展会");
    assertThat(lead.content()).isEqualTo("工博会展台");
    assertThat(lead.stage()).isEqualTo("lead");
    Record touch = dsl.selectFrom(TOUCH).fetchSingle();
    assertThat(touch.get(TOUCH.SCENE)).isEqualTo("wecom_added");
    assertThat(touch.get(TOUCH.HAPPENED_AT)).isEqualTo(NOW);
    assertThat(touch.get(TOUCH.DETAIL).data()).contains("张三").contains("qr_code");
    assertThat(dsl.select(IDENTIFIER.VALUE).from(IDENTIFIER).fetch(IDENTIFIER.VALUE))
        .containsExactly(WANG);
    assertThat(Corp.figures(codes, code).leads()).isEqualTo(1);
  }

  @Test
  void who_comes_without_a_code_has_the_channel_of_the_connection() {
    UUID channel = channels.named(List.of("企业微信"), true).get("企业微信");
    connections.change(
        corp.connection,
        Corp.draft(
            ConnectionKind.WECOM, io.leadwell.demo.tencent.StandInCorp.CORP_ID, null, channel),
        Caller.system());
    corp.add(WANG, "小王", "zhangsan", NOW, "madeByAnotherSystem");
    settle();
    assertThat(lead().channel()).isEqualTo("企业微信");
    assertThat(dsl.select(TOUCH.DETAIL).from(TOUCH).fetchSingle().value1().data())
        .contains("madeByAnotherSystem");
  }

  @Test
  void the_edit_may_come_before_the_addition_and_the_deletion_before_both() {
    Code code = code("官网页脚", null);
    Corp.TENCENT.corp().meet(WANG, "小王", null, Corp.bond("zhangsan", NOW, code.state()));
    corp.tell("edit_external_contact", WANG, "zhangsan", NOW.plusSeconds(40));
    settle();
    corp.tellAdded(WANG, "zhangsan", NOW, code.state(), null);
    settle();

    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(dsl.fetchCount(TOUCH)).as("one addition, told twice").isEqualTo(1);
    assertThat(follow("zhangsan").get(FOLLOW.CODE_ID)).isEqualTo(code.id());

    corp.tell("del_follow_user", "wmLi", "lisi", NOW.plusSeconds(60));
    settle();
    corp.tellAdded("wmLi", "lisi", NOW, null, null);
    settle();
    assertThat(follow("lisi").get(FOLLOW.LEFT_AT)).isEqualTo(NOW.plusSeconds(60));
    assertThat(follow("lisi").get(FOLLOW.ADDED_AT)).isEqualTo(NOW);
  }

  @Test
  void in_whatever_order_and_however_often_events_come_the_end_is_the_same() {
    // Long over: what Tencent dates in the future counts from its arrival.
    Instant begun = NOW.minusSeconds(6_000);
    List<String> events =
        List.of(
            StandInEvents.contact("add_external_contact", WANG, "zhangsan", begun, null, null),
            StandInEvents.contact(
                "del_follow_user", WANG, "zhangsan", begun.plusSeconds(600), null, null),
            StandInEvents.contact(
                "add_external_contact",
                WANG,
                "zhangsan",
                begun.plusSeconds(1_200),
                "strange",
                null),
            StandInEvents.contact(
                "add_external_contact", WANG, "lisi", begun.plusSeconds(30), null, null),
            StandInEvents.contact(
                "del_external_contact", WANG, "lisi", begun.plusSeconds(5_000), null, null));
    Random random = new Random(3);
    String first = "";
    for (int round = 0; round < 6; round++) {
      String person = WANG + round;
      List<String> shuffled = new ArrayList<>(events);
      shuffled.addAll(events.subList(0, 3));
      Collections.shuffle(shuffled, random);
      shuffled.forEach(event -> corp.caller.tell(event.replace(WANG, person)));
      settle();
      String end =
          dsl.select(FOLLOW.USER_ID, FOLLOW.FIRST_ADDED_AT, FOLLOW.ADDED_AT, FOLLOW.LEFT_AT)
              .select(FOLLOW.LEFT_BY, FOLLOW.STATE)
              .from(FOLLOW)
              .join(CONTACT)
              .on(CONTACT.ID.eq(FOLLOW.CONTACT_ID))
              .where(CONTACT.EXTERNAL_ID.eq(person))
              .orderBy(FOLLOW.USER_ID)
              .fetch()
              .formatCSV();
      first = first.isEmpty() ? end : first;
      assertThat(end).isEqualTo(first);
    }
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(6);
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(6 * 3);
  }

  @Test
  void somebody_who_comes_back_keeps_the_code_that_brought_them_first() {
    Code first = code("官网页脚", null);
    Code other = code("邮件签名", null);
    corp.add(WANG, "小王", "zhangsan", NOW.minusSeconds(9_000), first.state());
    settle();
    corp.tell("del_follow_user", WANG, "zhangsan", NOW.minusSeconds(5_000));
    corp.add(WANG, "小王", "zhangsan", NOW, other.state());
    settle();

    assertThat(follow("zhangsan").get(FOLLOW.CODE_ID)).isEqualTo(first.id());
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(lead().content()).isEqualTo("官网页脚");
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(2);
    CodeFigures figures = Corp.figures(codes, first);
    assertThat(figures.added()).isEqualTo(1);
    assertThat(figures.leftSoon()).isEqualTo(1);
    assertThat(figures.left()).as("they are back").isZero();
  }

  @Test
  void an_edit_tells_more_and_is_no_touch() {
    corp.add(WANG, "小王", "zhangsan", NOW, null);
    settle();
    edit("王建国", "13800138000");
    corp.tell("edit_external_contact", WANG, "zhangsan", NOW.plusSeconds(60));
    settle();

    LeadRow lead = lead();
    assertThat(lead.name()).isEqualTo("王建国");
    assertThat(lead.company()).isEqualTo("华信机械有限公司");
    assertThat(lead.phone()).isEqualTo("13800138000");
    assertThat(lead.tags()).extracting(LeadRow.TagView::name).contains("有预算", "华东");
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(1);
    assertThat(dsl.fetchCount(STAGE_ENTRY, STAGE_ENTRY.WITHDRAWN_AT.isNull())).isEqualTo(1);
  }

  @Test
  void an_edit_does_not_wake_a_lead_that_was_set_aside() {
    corp.add(WANG, "小王", "zhangsan", NOW.minusSeconds(3_000), null);
    settle();
    leads.move(lead().id(), Stage.NURTURE, "明年再说", Caller.system());
    edit("王建国", "13800138000");
    corp.tell("edit_external_contact", WANG, "zhangsan", NOW.minusSeconds(60));
    settle();
    assertThat(lead().stage()).isEqualTo("nurture");
  }

  @Test
  void who_left_is_on_the_record_of_the_lead_and_the_lead_stays() {
    corp.add(WANG, "小王", "zhangsan", NOW.minusSeconds(500), null);
    corp.tell("del_follow_user", WANG, "zhangsan", NOW);
    settle();
    List<ContactBonds.Bond> shown = bonds.ofLead(lead().id(), Caller.system());
    assertThat(shown).hasSize(1);
    assertThat(shown.getFirst().leftBy()).isEqualTo("customer");
    assertThat(shown.getFirst().leftAt()).isEqualTo(NOW);
    assertThat(shown.getFirst().colleague()).isEqualTo("张三");
  }

  @Test
  void a_failed_transfer_is_kept_with_its_reason() {
    corp.add(WANG, "小王", "zhangsan", NOW, null);
    corp.caller.tell(
        StandInEvents.contact("transfer_fail", WANG, "zhangsan", NOW, null, null)
            .replace("</xml>", "<FailReason>customer_refused</FailReason></xml>"));
    settle();
    assertThat(follow("zhangsan").get(FOLLOW.TRANSFER_PROBLEM)).isEqualTo("customer_refused");
  }
}
