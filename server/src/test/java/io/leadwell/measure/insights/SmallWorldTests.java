package io.leadwell.measure.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leadwell.acquire.campaigns.ChannelDraft;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Frame;
import io.leadwell.acquire.campaigns.SourceClass;
import io.leadwell.acquire.campaigns.Spend;
import io.leadwell.acquire.campaigns.SpendDraft;
import io.leadwell.acquire.campaigns.Spending;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Visible;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Worlds small enough to be counted by hand. */
@OnPostgres
class SmallWorldTests {

  private static final Caller WHO = Caller.system();
  private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

  /** The last second of February in Shanghai, and the first of March. */
  private static final Instant FEBRUARY = Instant.parse("2026-02-28T15:59:59Z");

  private static final Instant MARCH = Instant.parse("2026-02-28T16:00:00Z");
  private static final Instant MARCH_END = Instant.parse("2026-03-31T15:59:59Z");
  private static final Instant APRIL = Instant.parse("2026-03-31T16:00:00Z");
  private static final Period IN_MARCH =
      new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

  @Autowired private Reports reports;
  @Autowired private Channels channels;
  @Autowired private Spending spending;
  @Autowired private DSLContext dsl;
  private World world = new World(DSL.using(SQLDialect.POSTGRES));

  @BeforeEach
  void begin() {
    world = new World(dsl);
  }

  @Test
  void a_period_ends_with_its_last_day_in_shanghai() {
    world.lead(null, FEBRUARY, FEBRUARY);
    world.lead(null, MARCH, MARCH);
    world.lead(null, MARCH_END, MARCH_END);
    world.lead(null, APRIL, APRIL);
    Funnel funnel = funnel(Dimension.MONTH, Basis.COHORT, Period.ever());
    assertThat(funnel.rows())
        .extracting(FunnelRow::key)
        .containsExactly("2026-02", "2026-03", "2026-04");
    assertThat(funnel(Dimension.NONE, Basis.COHORT, IN_MARCH).total().counts())
        .containsEntry("lead", 2L);
  }

  @Test
  void cohort_and_period_answer_different_questions() {
    UUID channel = channel("百度SEM", null);
    world.contract(
        world.lead(channel, MARCH, MARCH, MARCH, null, null, null, null, APRIL), APRIL, 900);
    world.contract(
        world.lead(channel, FEBRUARY, FEBRUARY, null, null, null, null, null, MARCH_END),
        MARCH_END,
        500);
    FunnelRow cohort = funnel(Dimension.CHANNEL, Basis.COHORT, IN_MARCH).rows().getFirst();
    assertThat(cohort.counts()).containsEntry("lead", 1L).containsEntry("won", 1L);
    assertThat(cohort.revenueFen()).isEqualTo(900);
    FunnelRow period = funnel(Dimension.CHANNEL, Basis.PERIOD, IN_MARCH).rows().getFirst();
    // won at the end of March, that lead passed every stage it skipped at that moment
    assertThat(period.counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "lead",
                1L,
                "mql",
                2L,
                "sal",
                1L,
                "sql",
                1L,
                "opportunity",
                1L,
                "poc",
                1L,
                "won",
                1L));
    assertThat(period.implied()).containsEntry("mql", 1L).containsEntry("won", 0L);
    assertThat(period.revenueFen()).isEqualTo(500);
  }

  @Test
  void blank_is_a_row_of_its_own_and_never_meets_a_value_spelled_alike() {
    world.lead(content(null));
    world.lead(content(" "));
    world.lead(content("none"));
    world.lead(content("=none"));
    Funnel funnel = funnel(Dimension.CONTENT, Basis.COHORT, Period.ever());
    assertThat(funnel.rows())
        .extracting(FunnelRow::key, FunnelRow::label, r -> r.counts().get("lead"))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("none", "(未知)", 2L),
            org.assertj.core.groups.Tuple.tuple("=none", "none", 1L),
            org.assertj.core.groups.Tuple.tuple("==none", "=none", 1L));
    assertThat(funnel.rows().getLast().key()).isEqualTo("none");
    for (FunnelRow row : funnel.rows()) {
      assertThat(open(Dimension.CONTENT, row.key(), Figure.LEAD))
          .isEqualTo(row.counts().get("lead"));
    }
  }

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
  void durations_leave_implied_entries_out_and_count_negative_ones() {
    world.lead(null, MARCH, MARCH, MARCH.plusSeconds(86_400));
    world.lead(null, MARCH, MARCH, MARCH.plusSeconds(3 * 86_400));
    world.lead(null, MARCH, MARCH, MARCH.minusSeconds(86_400));
    // its MQL is implied by the signature
    world.lead(null, MARCH, MARCH, null, null, null, null, null, MARCH.plusSeconds(10 * 86_400));
    Durations durations =
        reports.durations(question(Dimension.NONE, Basis.COHORT, Period.ever()), WHO, ZH);
    DurationRow.Step toMql = step(durations.total(), "firstContact", "mql");
    assertThat(toMql.n()).isEqualTo(3);
    assertThat(toMql.meanDays()).isCloseTo(1.0, within(1e-9));
    assertThat(toMql.medianDays()).isCloseTo(1.0, within(1e-9));
    assertThat(toMql.p90Days()).isCloseTo(2.6, within(1e-9));
    assertThat(toMql.negative()).isEqualTo(1);
    assertThat(step(durations.total(), "firstContact", "won").medianDays())
        .isCloseTo(10.0, within(1e-9));
    assertThat(step(durations.total(), "mql", "sal").n()).isZero();
    assertThat(step(durations.total(), "mql", "sal").meanDays()).isNull();
  }

  @Test
  void data_problems_are_counted_and_opened() {
    UUID channel = channel("百度SEM", null);
    world.lead(channel, APRIL, APRIL, null, null, null, null, null, MARCH);
    world.lead(channel, MARCH, MARCH, APRIL, MARCH);
    world.lead(null, Instant.parse("2999-01-01T00:00:00Z"));
    world.contract(world.lead(channel, MARCH, MARCH), APRIL, 5);
    world.contract(
        world.lead(channel, MARCH, MARCH, null, null, null, null, null, APRIL), APRIL, 5);
    Question ever = question(Dimension.NONE, Basis.COHORT, Period.ever());
    assertThat(reports.problems(ever, WHO, ZH))
        .extracting(ProblemCount::code, ProblemCount::count)
        .containsExactly(
            tuple("wonBeforeFirstContact", 1L),
            tuple("stagesOutOfOrder", 2L),
            tuple("futureDate", 1L),
            tuple("wonWithoutAmount", 1L),
            tuple("contractNotWon", 1L),
            tuple("noChannel", 1L),
            tuple("noOwnerAfterMql", 2L));
    for (ProblemCount problem : reports.problems(ever, WHO, Locale.ENGLISH)) {
      assertThat(problem.message()).startsWith(problem.count() + " leads");
      Behind behind =
          new Behind(ever, "*", Figure.LEAD, false, DataProblem.of(problem.code()).orElseThrow());
      assertThat(reports.leads(behind, WHO, null, 1).total()).isEqualTo(problem.count());
    }
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

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  private World.Lead won(UUID company, UUID channel, Instant at) {
    return world.lead(
        new World.Lead(
            Ids.next(),
            Ids.next(),
            company,
            channel,
            null,
            null,
            null,
            null,
            null,
            at,
            new @Nullable Instant[] {at, null, null, null, null, null, at}));
  }

  private static World.Lead owned(UUID channel, @Nullable UUID owner, @Nullable UUID sdr) {
    return new World.Lead(
        Ids.next(),
        Ids.next(),
        null,
        channel,
        null,
        null,
        null,
        owner,
        sdr,
        MARCH,
        new @Nullable Instant[] {MARCH, null, null, null, null, null, null});
  }

  private static World.Lead content(@Nullable String content) {
    return new World.Lead(
        Ids.next(),
        Ids.next(),
        null,
        null,
        null,
        content,
        null,
        null,
        null,
        MARCH,
        new @Nullable Instant[7]);
  }

  private long open(Dimension by, String row, Figure figure) {
    return reports
        .leads(
            new Behind(question(by, Basis.COHORT, Period.ever()), row, figure, false, null),
            WHO,
            null,
            10)
        .total();
  }

  private Funnel funnel(Dimension by, Basis basis, Period period) {
    return reports.funnel(question(by, basis, period), WHO, ZH);
  }

  private Sheet sheet(Dimension by, Period period, Caller caller) {
    return reports.channels(question(by, Basis.COHORT, period), caller, ZH);
  }

  private static Question question(Dimension by, Basis basis, Period period) {
    return new Question(by, basis, period, ReportFilter.all());
  }

  private static SheetRow row(Sheet sheet, String key) {
    return sheet.rows().stream().filter(r -> r.key().equals(key)).findAny().orElseThrow();
  }

  private static DurationRow.Step step(DurationRow row, String from, String to) {
    return row.steps().stream()
        .filter(s -> s.from().equals(from) && s.to().equals(to))
        .findAny()
        .orElseThrow();
  }

  private UUID channel(String name, @Nullable UUID parent) {
    return channels
        .add(new ChannelDraft(name, parent, Frame.DIGITAL, SourceClass.MARKETING), WHO)
        .id();
  }

  private void spend(@Nullable UUID channel, LocalDate day, long fen) {
    Spend added =
        spending.add(
            new SpendDraft(day, day, channel, null, null, null, null, null, fen, null, null, null),
            WHO);
    assertThat(added.amountFen()).isEqualTo(fen);
  }
}
