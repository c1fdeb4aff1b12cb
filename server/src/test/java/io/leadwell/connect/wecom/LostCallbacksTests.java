package io.leadwell.connect.wecom;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static io.leadwell.tables.wecom.Tables.FOLLOW;
import static io.leadwell.tables.wecom.Tables.FOLLOW_MOVE;
import static io.leadwell.tables.wecom.Tables.INCOMING;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.demo.tencent.StandIn.Failure;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked of WeCom anew, as calls do not always come. */
@OnPostgres
class LostCallbacksTests extends ContactWorld {

  @Test
  void a_contact_with_many_colleagues_is_read_page_by_page() {
    for (String user : List.of("zhangsan", "lisi", "wangwu", "zhaoliu", "sunqi")) {
      Corp.TENCENT.corp().meet(WANG, "小王", null, Corp.bond(user, NOW, null));
    }
    corp.tellAdded(WANG, "zhangsan", NOW, null, null);
    settle();
    assertThat(dsl.fetchCount(FOLLOW)).isEqualTo(5);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
  }

  @Test
  void who_was_gone_before_we_could_ask_is_a_lead_all_the_same() {
    corp.tellAdded(WANG, "zhangsan", NOW, null, null);
    settle();
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(dsl.fetchCount(FOLLOW_MOVE)).isEqualTo(1);
  }

  @Test
  void contacts_whose_callback_was_lost_are_found_and_old_ones_left_alone() {
    Corp.TENCENT.corp().meet(WANG, "小王", null, Corp.bond("zhangsan", NOW, null));
    Corp.TENCENT
        .corp()
        .meet("wmOld", "老客户", null, Corp.bond("lisi", NOW.minus(Duration.ofDays(300)), null));
    assertThat(catchUp.run(corp.connection)).isEqualTo(1);
    assertThat(catchUp.run(corp.connection)).isZero();
    corp.tellAdded(WANG, "zhangsan", NOW.plusSeconds(1), null, null);
    settle();
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(dsl.fetchCount(TOUCH)).as("the late callback says nothing new").isEqualTo(1);
  }

  @Test
  void an_event_about_an_old_contact_makes_no_lead() {
    Corp.TENCENT
        .corp()
        .meet("wmOld", "老客户", null, Corp.bond("lisi", NOW.minus(Duration.ofDays(300)), null));
    corp.tell("edit_external_contact", "wmOld", "lisi", NOW);
    settle();
    assertThat(dsl.fetchCount(PERSON)).isZero();
  }

  @Test
  void what_cannot_be_asked_now_is_asked_again_and_taken_in_once() {
    Corp.TENCENT.fail(
        "/cgi-bin/externalcontact/get", 1, new Failure.Refused(45009, "api freq out of limit"));
    Corp.TENCENT.fail("/cgi-bin/externalcontact/get", 1, new Failure.Broken(502));
    corp.add(WANG, "小王", "zhangsan", NOW, null);
    Settled.until(() -> {
      dsl.update(INCOMING)
          .set(INCOMING.DUE_AT, Instant.now().minusSeconds(1))
          .where(INCOMING.STATE.eq("waiting"), INCOMING.PROBLEM.isNotNull())
          .execute();
      work.step();
      return dsl.fetchCount(INCOMING, INCOMING.STATE.eq("done")) == 1;
    });
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(1);
    assertThat(Corp.TENCENT.calls("/cgi-bin/externalcontact/get")).isGreaterThanOrEqualTo(3);
  }
}
