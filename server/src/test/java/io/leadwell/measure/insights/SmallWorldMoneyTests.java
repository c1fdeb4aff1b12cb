package io.leadwell.measure.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Visible;
import io.leadwell.testing.OnPostgres;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Spend, revenue and customers in worlds small enough to be counted by hand. */
@OnPostgres
class SmallWorldMoneyTests extends SmallWorld {

  @Test
  void a_filter_by_channel_brings_what_hangs_under_it_in_figure_and_list() {
    UUID root = channel("数字化推广", null);
    UUID leaf = channel("百度SEM", root);
    world.lead(root, MARCH, MARCH);
    world.lead(leaf, MARCH, MARCH);
    world.lead(channel("知乎", null), MARCH, MARCH);
    world.lead(null, MARCH, MARCH);
    spend(leaf, LocalDate.of(2026, 3, 1), 600);
    ReportFilter filter =
        new ReportFilter(Wanted.of(Set.of(root)), null, null, null, null, null, null);
    Question question = new Question(Dimension.NONE, Basis.COHORT, Period.ever(), filter);
    assertThat(reports.channels(question, WHO, ZH).total().cplFen()).isEqualTo(300);
    assertThat(
            reports
                .leads(new Behind(question, "*", Figure.LEAD, false, null), WHO, null, 9)
                .total())
        .isEqualTo(2);
  }

  @Test
  void money_without_results_and_results_without_money_are_both_lines() {
    UUID search = channel("百度SEM", null);
    UUID fair = channel("行业展会", null);
    UUID friends = channel("转介绍", null);
    World.Lead won = world.lead(search, MARCH, MARCH, null, null, null, null, null, APRIL);
    world.contract(won, APRIL, 30_000);
    world.contract(won, APRIL.plusSeconds(9), 10_000);
    world.lead(search, MARCH, MARCH);
    world.lead(friends, MARCH, MARCH);
    world.lead(null, MARCH, MARCH);
    spend(search, LocalDate.of(2026, 3, 1), 10_001);
    spend(fair, LocalDate.of(2026, 3, 2), 500);
    spend(null, LocalDate.of(2026, 3, 3), 70);
    spend(search, LocalDate.of(2026, 5, 1), 99);
    Sheet sheet = sheet(Dimension.CHANNEL, Period.ever(), WHO);
    SheetRow paid = row(sheet, search.toString());
    assertThat(paid.spendFen()).isEqualTo(10_100);
    assertThat(paid.cplFen()).isEqualTo(5_050);
    assertThat(paid.customers()).isEqualTo(1);
    assertThat(paid.cacFen()).isEqualTo(10_100);
    assertThat(paid.costPerFen()).containsEntry("won", 10_100L);
    assertThat(paid.romi()).isCloseTo((40_000 - 10_100) / 10_100.0, within(1e-12));
    SheetRow nothing = row(sheet, fair.toString());
    assertThat(nothing.spendFen()).isEqualTo(500);
    assertThat(nothing.cplFen()).isNull();
    assertThat(nothing.cacFen()).isNull();
    assertThat(nothing.romi()).isEqualTo(-1.0);
    SheetRow free = row(sheet, friends.toString());
    assertThat(free.spendFen()).isZero();
    assertThat(free.romi()).isNull();
    assertThat(row(sheet, "none").counts()).containsEntry("lead", 1L);
    assertThat(row(sheet, "none").label()).isEqualTo("(未知)");
    assertThat(row(sheet, "unallocated").spendFen()).isEqualTo(70);
    assertThat(row(sheet, "unallocated").label()).isEqualTo("(未分配)");
    assertThat(sheet.total().spendFen()).isEqualTo(10_670);
    // Σ ÷ Σ: 10,670 over 4 leads
    assertThat(sheet.total().cplFen()).isEqualTo(2_668);
    assertThat(row(sheet(Dimension.CHANNEL, IN_MARCH, WHO), search.toString()).spendFen())
        .isEqualTo(10_001);
  }

  @Test
  void a_customer_is_new_once_whoever_signs_for_the_company_later() {
    UUID company = world.company("华信科技");
    UUID a = channel("甲", null);
    UUID b = channel("乙", null);
    world.contract(won(company, a, MARCH), MARCH, 100);
    world.contract(won(company, b, APRIL), APRIL, 100);
    Sheet sheet = sheet(Dimension.CHANNEL, Period.ever(), WHO);
    assertThat(row(sheet, a.toString()).customers()).isEqualTo(1);
    assertThat(row(sheet, b.toString()).customers()).isZero();
    assertThat(sheet.total().customers()).isEqualTo(1);
    assertThat(open(Dimension.CHANNEL, a.toString(), Figure.CUSTOMER)).isEqualTo(1);
    assertThat(open(Dimension.CHANNEL, b.toString(), Figure.CONTRACT)).isEqualTo(1);
  }

  @Test
  void a_salesperson_counts_and_opens_only_own_leads_and_no_money_is_split_for_it() {
    UUID me = world.member("我");
    UUID other = world.member("别人");
    UUID channel = channel("百度SEM", null);
    spend(channel, LocalDate.of(2026, 3, 1), 100);
    world.lead(owned(channel, me, null));
    world.lead(owned(channel, other, me));
    world.lead(owned(channel, other, null));
    Caller caller =
        new Caller(
            Caller.Kind.MEMBER,
            me,
            null,
            "我",
            Set.of(Permission.REPORTS_READ),
            new Visible.OwnedBy(Set.of(me)),
            null);
    Sheet sheet = sheet(Dimension.CHANNEL, Period.ever(), caller);
    assertThat(sheet.total().counts()).containsEntry("lead", 2L);
    assertThat(sheet.total().spendFen()).isNull();
    assertThat(sheet.total().cplFen()).isNull();
    Behind all =
        new Behind(
            question(Dimension.NONE, Basis.COHORT, Period.ever()), "*", Figure.LEAD, false, null);
    assertThat(reports.leads(all, caller, null, 10).items()).hasSize(2);
    assertThat(reports.leads(all, WHO, null, 10).total()).isEqualTo(3);
  }

  @Test
  void the_cockpit_compares_with_what_there_is() {
    UUID channel = channel("百度SEM", null);
    world.contract(
        world.lead(channel, FEBRUARY, FEBRUARY, null, null, null, null, null, FEBRUARY),
        FEBRUARY,
        80);
    world.contract(
        world.lead(channel, FEBRUARY, FEBRUARY, null, null, null, null, null, MARCH), MARCH, 100);
    spend(channel, LocalDate.of(2026, 3, 9), 50);
    Cockpit cockpit = reports.cockpit(question(Dimension.NONE, Basis.COHORT, IN_MARCH), WHO, ZH);
    assertThat(cockpit.revenueFen()).isEqualTo(100);
    assertThat(cockpit.previousRevenueFen()).isEqualTo(80);
    assertThat(cockpit.lastYearRevenueFen()).isNull();
    assertThat(cockpit.won()).isEqualTo(1);
    assertThat(cockpit.leads()).isZero();
    assertThat(cockpit.romi()).isCloseTo(1.0, within(1e-12));
    assertThat(cockpit.cycleMedianDays()).isCloseTo(1 / 86_400.0, within(1e-9));
    assertThat(cockpit.months())
        .containsExactly(new Cockpit.Month("2026-03", 0, 1, 1, 1, 100, 50L));
    assertThat(cockpit.sourceShare())
        .containsExactly(new Cockpit.SourceShare("marketing", "市场", 100, 1));
    assertThat(cockpit.channels().getFirst().label()).isEqualTo("百度SEM");
    assertThat(cockpit.empty()).isFalse();
  }

  @Test
  void nothing_at_all_is_empty_and_has_no_ratios() {
    Cockpit cockpit =
        reports.cockpit(question(Dimension.NONE, Basis.COHORT, Period.ever()), WHO, ZH);
    assertThat(cockpit.empty()).isTrue();
    assertThat(cockpit.romi()).isNull();
    assertThat(cockpit.months()).isEmpty();
    for (Dimension dimension : Dimension.values()) {
      for (Basis basis : Basis.values()) {
        Funnel funnel = funnel(dimension, basis, IN_MARCH);
        assertThat(funnel.total().counts().values()).containsOnly(0L);
      }
    }
    assertThatThrownBy(() -> sheet(Dimension.OWNER, Period.ever(), WHO))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(
            () -> funnel(Dimension.NONE, Basis.COHORT, new Period(LocalDate.MAX, LocalDate.EPOCH)))
        .isInstanceOf(Problem.class);
  }
}
