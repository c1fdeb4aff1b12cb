package io.leadwell.pool.leads;

import static io.leadwell.tables.tasks.Tables.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class DuplicateChecksTests extends ArrivingWorld {

  private static final Caller SOMEBODY = Caller.system();

  @Autowired private DuplicateChecks checks;
  @Autowired private KnownParties parties;

  private Arrived arrive(
      String key, String name, @Nullable String phone, @Nullable String email, String company) {
    Facts facts =
        Facts.build()
            .with(Fact.NAME, name)
            .with(Fact.PHONE, phone)
            .with(Fact.EMAIL, email)
            .with(Fact.COMPANY, company)
            .done();
    return arrivals.bring(form(key, MAY, facts, List.of()));
  }

  private @Nullable String verdict(Arrived arrived) {
    return leads.get(required(arrived.leadId()), SOMEBODY).verdict();
  }

  private String kind(String asked) {
    return checks.check(asked, SOMEBODY).getFirst().kind();
  }

  @Test
  void somebody_nobody_knows_is_new_and_nothing_is_kept() {
    Arrived arrived = arrive("s1", "王伟", "+8613800138000", null, "青山机械有限公司");

    assertThat(verdict(arrived)).isNull();
    assertThat(kind("13900139000")).isEqualTo("new");
    assertThat(kind("没人听过的公司")).isEqualTo("new");
    assertThat(checks.check("  ", SOMEBODY)).isEmpty();
  }

  @Test
  void a_phone_in_the_pool_is_a_lead_we_have() {
    Arrived arrived = arrive("s1", "王伟", "+8613800138000", null, "青山机械有限公司");

    DuplicateChecks.Answer answer = checks.check("138 0013 8000", SOMEBODY).getFirst();

    assertThat(answer.kind()).isEqualTo("same_lead");
    assertThat(answer.leadId()).isEqualTo(arrived.leadId());
    assertThat(answer.company()).isEqualTo("青山机械有限公司");
  }

  @Test
  void a_name_misspelt_or_short_leads_to_the_company_that_is_meant() {
    Arrived customer = arrive("s1", "王伟", "+8613800138000", null, "宁波天河自动化设备有限公司");
    leads.move(required(customer.leadId()), Stage.WON, null, SOMEBODY);

    assertThat(checks.check("宁波天和自动化设备有限公司", SOMEBODY))
        .singleElement()
        .satisfies(answer -> {
          assertThat(answer.kind()).isEqualTo("customer");
          assertThat(answer.subject()).isEqualTo("宁波天河自动化设备有限公司");
          assertThat(answer.confidence()).isLessThan(0.7);
          assertThat(answer.grounds().getFirst().field()).isEqualTo("alike");
        });
    assertThat(kind("杭州天河自动化设备有限公司")).as("of another place").isEqualTo("new");
    assertThat(kind("宁波天河")).as("a part of the name").isEqualTo("customer");
  }

  @Test
  void a_colleague_of_a_customer_is_told_to_whoever_owns_the_customer() {
    UUID owner = UUID.randomUUID();
    Arrived customer = arrive("s1", "王伟", "+8613800138000", "wang@qingshan.cn", "青山机械有限公司");
    leads.move(required(customer.leadId()), Stage.WON, null, SOMEBODY);

    Arrived byCompany = arrive("s2", "李娜", "+8613900139000", null, "青山机械（有限公司）");
    Arrived byDomain = arrive("s3", "赵敏", null, "zhao@qingshan.cn", "青山");

    assertThat(verdict(byCompany)).isEqualTo("customer");
    assertThat(verdict(byDomain)).isEqualTo("customer");
    assertThat(kind("青山机械有限公司")).isEqualTo("customer");
    assertThat(kind("zhou@mail.qingshan.cn")).isEqualTo("customer");
    assertThat(dsl.fetchCount(TASK)).as("nobody owns the customer: " + owner).isZero();
  }

  @Test
  void a_free_mailbox_says_nothing_about_a_company() {
    Arrived customer = arrive("s1", "王伟", "+8613800138000", "wang@163.com", "青山机械有限公司");
    leads.move(required(customer.leadId()), Stage.WON, null, SOMEBODY);

    assertThat(verdict(arrive("s2", "李娜", null, "li@163.com", "绿水科技有限公司"))).isNull();
  }

  @Test
  void an_open_opportunity_weighs_more_than_an_old_contract() {
    Arrived won = arrive("s1", "王伟", "+8613800138000", null, "青山机械有限公司");
    leads.move(required(won.leadId()), Stage.WON, null, SOMEBODY);
    Arrived open = arrive("s2", "李娜", "+8613900139000", null, "青山机械有限公司");
    leads.move(required(open.leadId()), Stage.OPPORTUNITY, null, SOMEBODY);

    assertThat(kind("青山机械有限公司")).isEqualTo("opportunity");
    assertThat(kind("13800138000"))
        .as("of the person's own and the company's")
        .isEqualTo("customer");
  }

  @Test
  void competitors_are_recognised_by_name_domain_and_phone_and_blocked_weighs_most() {
    parties.add("competitor", "company", "对手软件有限公司", "同类产品", SOMEBODY);
    parties.add("peer", "domain", "www.peer.com.cn", null, SOMEBODY);
    parties.add("blocked", "phone", "138-0013-8000", null, SOMEBODY);

    assertThat(verdict(arrive("s1", "王伟", null, null, "对手软件（有限公司）"))).isEqualTo("competitor");
    assertThat(verdict(arrive("s2", "李娜", null, "li@peer.com.cn", "某公司"))).isEqualTo("peer");
    assertThat(verdict(arrive("s3", "赵敏", "+8613800138000", null, "对手软件有限公司")))
        .isEqualTo("blocked");
    assertThat(checks.check("对手软件有限公司", SOMEBODY).getFirst().note()).isEqualTo("同类产品");
  }

  @Test
  void a_party_that_cannot_be_recognised_is_refused_with_what_is_wrong() {
    for (Map.Entry<String, String> wrong :
        Map.of("domain", "163.com", "phone", "hello", "email", "nobody", "company", "  ")
            .entrySet()) {
      assertThatThrownBy(
              () -> parties.add("blocked", wrong.getKey(), wrong.getValue(), null, SOMEBODY))
          .isInstanceOfSatisfying(
              Problem.class, e -> assertThat(e.code()).isEqualTo(LeadsProblem.INVALID_PARTY));
    }
    assertThatThrownBy(() -> parties.add("friend", "company", "青山", null, SOMEBODY))
        .isInstanceOf(Problem.class);
  }

  @Test
  void the_same_party_again_changes_its_kind_and_a_removed_one_is_not_recognised() {
    parties.add("competitor", "company", "对手软件有限公司", null, SOMEBODY);
    parties.add("peer", "company", "对手软件(有限公司)", null, SOMEBODY);
    assertThat(kind("对手软件有限公司")).isEqualTo("peer");

    parties.remove(parties.all().getFirst().id(), SOMEBODY);

    assertThat(kind("对手软件有限公司")).isEqualTo("new");
  }
}
