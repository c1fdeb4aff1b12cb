package io.leadwell.acquire.links;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.pool.consent.SuppressionReason;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.LeadChoice;
import io.leadwell.pool.leads.LeadFilter;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Links for a group of people, one each: who gets one, and what came of them. */
@OnPostgres
class SendingsTests extends SendingWorld {

  @Test
  void who_can_not_be_reached_is_left_out_and_the_reason_names_them() {
    arrive("王伟", "+8613800138000", "wang@example.com");
    arrive("同号", "+8613800138001", "wang2@example.com");
    arrive("座机", "+862155556666", "Left@Example.com");
    arrive("没电话", null, "nophone@example.com");
    suppressions.add("left@example.com", Set.of(), SuppressionReason.ASKED, null, Caller.system());
    arrive("没邮箱", "+8613800138002", null);
    SendingLine sms = make(SendingWay.SMS);
    assertThat(sms.readers()).isEqualTo(3);
    assertThat(sms.leftOut()).isEqualTo(Map.of("not_mobile", 1L, "no_phone", 1L));
    SendingLine mail = make(SendingWay.MAIL);
    assertThat(mail.readers()).isEqualTo(3);
    assertThat(mail.leftOut()).isEqualTo(Map.of("unsubscribed", 1L, "no_email", 1L));
    assertThat(names(mail, Readers.LEFT_OUT, Caller.system()))
        .containsExactlyInAnyOrder("座机 unsubscribed", "没邮箱 no_email");
    assertThat(make(SendingWay.OTHER).readers()).isEqualTo(5);
  }

  @Test
  void who_never_agreed_or_withdrew_gets_no_link_and_no_line_in_a_file_made_before() {
    Arrived wang = arrive("王伟", "+8613800138000", "wang@example.com");
    bring("没同意", "+8613800138001", null);
    SendingLine line = make(SendingWay.SMS);
    assertThat(line.leftOut()).isEqualTo(Map.of("no_consent", 1L));
    assertThat(addresses(line, Readers.ALL)).containsOnlyKeys("王伟");
    consent(wang.personId(), false);
    assertThat(addresses(line, Readers.ALL)).isEmpty();
    assertThat(make(SendingWay.SMS).leftOut())
        .isEqualTo(Map.of("unsubscribed", 1L, "no_consent", 1L));
  }

  @Test
  void one_phone_is_sent_one_message() {
    arrive("王伟", "+862155556666", "info@example.com");
    UUID other = arrive("李娜", "+8613900139000", "li@example.com").personId();
    dsl.update(PERSON).set(PERSON.EMAIL, "Info@Example.com").where(PERSON.ID.eq(other)).execute();
    SendingLine mail = make(SendingWay.MAIL);
    assertThat(mail.readers()).isOne();
    assertThat(mail.leftOut()).isEqualTo(Map.of("same_address", 1L));
  }

  @Test
  void who_opened_it_is_told_and_the_others_can_be_sent_it_again() {
    arrive("王伟", "+8613800138000", null);
    arrive("李娜", "+8613900139000", null);
    arrive("赵敏", "+8613700137000", null);
    SendingLine line = make(SendingWay.SMS);
    Map<String, String> all = addresses(line, Readers.ALL);
    follow(all.get("王伟"), Ids.next());
    follow(all.get("王伟"), Ids.next());
    follow(all.get("李娜"), Ids.next());
    SendingLine told = sendings.of(link).getFirst();
    assertThat(told.readers()).isEqualTo(3);
    assertThat(told.opened()).isEqualTo(2);
    assertThat(told.strangers()).isOne();
    assertThat(told.passedOn()).isOne();
    assertThat(names(told, Readers.OPENED, Caller.system())).containsExactly("李娜", "王伟");
    assertThat(names(told, Readers.PASSED_ON, Caller.system())).containsExactly("王伟");
    assertThat(names(told, Readers.UNOPENED, Caller.system())).containsExactly("赵敏");
    assertThat(addresses(told, Readers.UNOPENED)).containsOnlyKeys("赵敏");
    assertThat(addresses(told, Readers.UNOPENED).get("赵敏")).isEqualTo(all.get("赵敏"));
  }

  @Test
  void pages_of_readers_have_everybody_once_opened_or_not() {
    for (int i = 0; i < 7; i++) {
      arrive("人" + i, "+861380013800" + i, null);
    }
    SendingLine line = make(SendingWay.SMS);
    Map<String, String> all = addresses(line, Readers.ALL);
    for (int i = 0; i < 3; i++) {
      follow(all.get("人" + i), Ids.next());
    }
    List<@Nullable String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Page<ReaderRow> page =
          sendings.readers(link, line.sending().id(), Readers.ALL, cursor, 2, Caller.system());
      assertThat(page.total()).isEqualTo(7);
      page.items().forEach(row -> seen.add(row.name()));
      cursor = page.next();
    } while (cursor != null);
    assertThat(seen).hasSize(7).doesNotHaveDuplicates().startsWith("人2", "人1", "人0");
  }

  @Test
  void a_colleague_sends_to_and_sees_their_own_people_only() {
    UUID me =
        members
            .join(
                new NewMember("刘洋", null, null, Role.SALESPERSON, null, null, null, false, "zh-CN"),
                Caller.system())
            .id();
    Arrived mine = arrive("王伟", "+8613800138000", null);
    arrive("李娜", "+8613900139000", null);
    dsl.update(LEAD).set(LEAD.OWNER_ID, me).where(LEAD.ID.eq(mine.leadId())).execute();
    Caller seller = seller(me);
    SendingLine everybody = make(SendingWay.SMS);
    assertThat(names(everybody, Readers.ALL, seller)).containsExactlyInAnyOrder("王伟", "hidden");
    assertThat(addresses(everybody, Readers.ALL, seller)).containsOnlyKeys("王伟");
    SendingLine own =
        sendings.make(link, "我的客户", SendingWay.SMS, LeadChoice.of(LeadFilter.everything()), seller);
    assertThat(own.readers()).isOne();
  }

  @Test
  void what_can_not_be_sent_is_refused_with_a_sentence() {
    LeadChoice all = LeadChoice.of(LeadFilter.everything());
    refused(LinksProblem.SENDING_WITHOUT_READERS, "短信", all);
    arrive("王伟", "+8613800138000", null);
    refused(LinksProblem.SENDING_NAME_INVALID, " ", all);
    refused(LinksProblem.SENDING_NAME_INVALID, "长".repeat(101), all);
    refused(LinksProblem.SENDING_WITHOUT_READERS, "短信", LeadChoice.of(List.of()));
    links.change(
        link,
        d -> new LinkDraft(d.name(), d.page(), d.placement(), null, false, null),
        Caller.system());
    refused(LinksProblem.SENDING_LINK_ENDED, "短信", all);
    assertThat(sendings.of(link)).isEmpty();
  }

  private void refused(LinksProblem problem, String name, LeadChoice choice) {
    assertThatThrownBy(() -> sendings.make(link, name, SendingWay.SMS, choice, Caller.system()))
        .isInstanceOfSatisfying(
            Problem.class, refusal -> assertThat(refusal.code()).isEqualTo(problem));
  }
}
