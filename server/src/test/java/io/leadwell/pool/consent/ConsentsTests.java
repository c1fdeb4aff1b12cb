package io.leadwell.pool.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.capture.Form;
import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Role;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Merges;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What people agreed to, and whom nobody may contact. */
@OnPostgres
@Import(FormWorld.class)
class ConsentsTests extends ConsentWorld {

  private static final Instant MAY = Instant.parse("2026-05-04T02:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T02:00:00Z");

  @Autowired private Merges merges;

  @Test
  void a_form_that_was_agreed_to_is_a_consent_with_its_words_and_its_proof() {
    Form form = world.agreeing("demo", "我同意接收资讯");
    LeadRow lead = fill(form, "王伟", "13800138000", "wang@example.com", true);
    assertThat(consents.of(lead.id(), WHO).states())
        .extracting(state -> state.means().word() + " " + state.given() + " " + state.source())
        .containsExactlyInAnyOrder("email true form", "sms true form", "phone true form");
    ConsentEntry entry = consents.history(lead.id(), WHO).getFirst();
    assertThat(entry.textOf()).isEqualTo("表单 demo");
    assertThat(entry.textNumber()).isOne();
    assertThat(entry.proofId()).isNotNull();
    assertThat(may(Means.EMAIL, lead.personId(), "wang@example.com")).isTrue();
    assertThat(may(Means.WECOM, lead.personId(), "wm-1")).isFalse();
  }

  @Test
  void a_form_without_words_to_agree_to_is_no_consent_and_marketing_needs_one() {
    LeadRow lead = fill(world.asking("plain"), "王伟", "13800138000", "wang@example.com", false);
    assertThat(consents.of(lead.id(), WHO).states()).isEmpty();
    assertThat(may(Means.EMAIL, lead.personId(), "wang@example.com")).isFalse();
    Purpose marketing = marketing();
    purposes.save(marketing.id(), draft(marketing, "opt_out", "另一段文字"), WHO);
    assertThat(may(Means.EMAIL, lead.personId(), "wang@example.com")).isTrue();
    assertThat(marketing().texts()).extracting(Purpose.Text::number).containsExactly(2, 1);
    purposes.save(marketing.id(), draft(marketing, "opt_out", "另一段文字"), WHO);
    assertThat(marketing().texts()).as("the same words are the same version").hasSize(2);
  }

  @Test
  void a_file_says_who_agreed_and_who_did_not() throws Exception {
    bringIn(
        "leads",
        "姓名,手机,邮箱,同意联系\n王伟,13800138000,wang@example.com,是\n李娜,13900139000,li@example.com,否\n赵敏,13700137000,zhao@example.com,\n");
    assertThat(may(Means.EMAIL, called("王伟").personId(), "wang@example.com")).isTrue();
    assertThat(may(Means.SMS, called("王伟").personId(), "+8613800138000")).isTrue();
    assertThat(may(Means.EMAIL, called("李娜").personId(), "li@example.com")).isFalse();
    assertThat(consents.of(called("李娜").id(), WHO).states())
        .allMatch(state -> !state.given() && state.source().equals("import"));
    assertThat(consents.of(called("赵敏").id(), WHO).states()).isEmpty();
  }

  @Test
  void a_colleague_writes_down_what_was_said_with_its_proof_and_the_latest_word_counts() {
    LeadRow lead =
        fill(world.agreeing("demo", "同意"), "王伟", "13800138000", "wang@example.com", true);
    assertThatThrownBy(
            () -> consents.typed(lead.id(), marketing().id(), Means.PHONE, false, " ", WHO))
        .isInstanceOf(Problem.class);
    consents.typed(lead.id(), marketing().id(), Means.PHONE, false, "电话中本人要求", WHO);
    assertThat(may(Means.PHONE, lead.personId(), "13800138000")).isFalse();
    assertThat(may(Means.SMS, lead.personId(), "13800138000")).isTrue();
    assertThat(consents.history(lead.id(), WHO)).hasSize(4);
    assertThat(consents.history(lead.id(), WHO).getFirst().note()).isEqualTo("电话中本人要求");
  }

  @Test
  void of_two_people_made_one_who_withdrew_is_believed_and_split_each_has_her_own_words() {
    Form form = world.asking("demo");
    LeadRow one = fill(form, "王伟", "13800138000", "wang@example.com", false);
    LeadRow other = fill(form, "Wang Wei", "13900139000", "ww@example.com", false);
    say(one.personId(), true, JUNE);
    say(other.personId(), false, MAY);
    UUID merge = merges.merge(one.id(), other.id(), WHO);
    assertThat(may(Means.EMAIL, one.personId(), "wang@example.com")).isFalse();
    assertThat(may(Means.EMAIL, other.personId(), "ww@example.com")).isFalse();
    say(one.personId(), true, Instant.now().plusSeconds(1));
    assertThat(may(Means.EMAIL, other.personId(), "ww@example.com"))
        .as("what is said afterwards counts")
        .isTrue();
    merges.undo(merge, WHO);
    assertThat(may(Means.EMAIL, one.personId(), "wang@example.com")).isTrue();
    assertThat(may(Means.EMAIL, other.personId(), "ww@example.com")).isFalse();
  }

  @Test
  void what_was_withdrawn_while_they_were_one_holds_for_both() {
    Form form = world.asking("demo");
    LeadRow one = fill(form, "王伟", "13800138000", "wang@example.com", false);
    LeadRow other = fill(form, "Wang Wei", "13900139000", "ww@example.com", false);
    say(one.personId(), true, MAY);
    say(other.personId(), true, MAY);
    UUID merge = merges.merge(one.id(), other.id(), WHO);
    assertThat(may(Means.EMAIL, one.personId(), "wang@example.com")).isTrue();
    say(one.personId(), false, Instant.now().plusSeconds(1));
    merges.undo(merge, WHO);
    assertThat(may(Means.EMAIL, one.personId(), "wang@example.com")).isFalse();
    assertThat(may(Means.EMAIL, other.personId(), "ww@example.com")).isFalse();
  }

  @Test
  void the_list_is_of_addresses_in_whatever_spelling_and_outlives_merges() {
    Form form = world.asking("demo");
    LeadRow one = fill(form, "王伟", "13800138000", "wang@example.com", false);
    LeadRow other = fill(form, "Wang Wei", "13900139000", "ww@example.com", false);
    say(one.personId(), true, MAY);
    say(other.personId(), true, MAY);
    Suppressions.Added added =
        suppressions.add(
            "WW@Example.com\n138-0013-8000，+86 138 0013 8000；不是地址",
            Set.of(),
            SuppressionReason.ASKED,
            "来电要求",
            WHO);
    assertThat(added).isEqualTo(new Suppressions.Added(3, 0, List.of("不是地址"), 1));
    assertThat(suppressions.add("ww@example.com", Set.of(), SuppressionReason.ASKED, null, WHO))
        .isEqualTo(new Suppressions.Added(0, 1, List.of(), 0));
    UUID merge = merges.merge(one.id(), other.id(), WHO);
    assertThat(may(Means.EMAIL, one.personId(), "ww@example.com")).isFalse();
    assertThat(may(Means.EMAIL, one.personId(), "wang@example.com")).isTrue();
    merges.undo(merge, WHO);
    assertThat(may(Means.EMAIL, other.personId(), "ww@example.com")).isFalse();
    assertThat(consents.of(other.id(), WHO).blocked())
        .extracting(ConsentState.Blocked::address)
        .containsExactly("ww@example.com");
    Suppression there =
        suppressions.page("ww@example.com", null, null, null, 10, WHO).items().getFirst();
    assertThatThrownBy(() -> suppressions.remove(there.id(), "", WHO)).isInstanceOf(Problem.class);
    suppressions.remove(there.id(), "本人书面同意", WHO);
    assertThat(may(Means.EMAIL, other.personId(), "ww@example.com")).isTrue();
  }

  @Test
  void roles_may_as_much_as_their_trade_needs() {
    LeadRow lead =
        fill(world.agreeing("demo", "同意"), "王伟", "13800138000", "wang@example.com", true);
    String erasure = "/leads/" + lead.id() + "/erasure";
    Map<String, Object> body = Map.of("typed", "王伟", "reason", "本人要求");
    for (Role role : List.of(Role.MARKETER, Role.SDR, Role.SALESPERSON, Role.EXECUTIVE)) {
      assertThat(with(role).post(erasure, body).status()).as("%s", role).isEqualTo(403);
      assertThat(with(role).get("/erasures").status()).as("%s", role).isEqualTo(403);
    }
    assertThat(with(Role.SDR).get("/suppressions").status()).isEqualTo(403);
    assertThat(with(Role.SALES_HEAD).get("/suppressions").status()).isEqualTo(403);
    suppressions.add("wang@example.com", Set.of(), SuppressionReason.ASKED, null, WHO);
    assertThat(with(Role.MARKETER).get("/suppressions").text())
        .contains("w***@example.com")
        .doesNotContain("wang@");
    assertThat(with(Role.MARKETING_HEAD).get("/suppressions").text()).contains("wang@example.com");
    assertThat(with(Role.EXECUTIVE).get("/leads/" + lead.id() + "/consent").status())
        .isEqualTo(200);
    assertThat(
            with(Role.EXECUTIVE)
                .post(
                    "/leads/" + lead.id() + "/consent",
                    Map.of(
                        "purposeId",
                        marketing().id(),
                        "means",
                        "email",
                        "given",
                        false,
                        "note",
                        "x"))
                .status())
        .isEqualTo(403);
    assertThat(with(Role.MARKETER).get("/leads/" + lead.id() + "/personal-data").status())
        .isEqualTo(403);
  }

  private static PurposeDraft draft(Purpose purpose, String rule, String text) {
    return new PurposeDraft(
        null, purpose.nameZh(), purpose.nameEn(), rule, text, "Other words", false);
  }
}
