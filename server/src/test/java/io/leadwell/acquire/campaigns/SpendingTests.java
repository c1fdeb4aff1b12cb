package io.leadwell.acquire.campaigns;

import static io.leadwell.tables.campaigns.Tables.SPEND_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.sum;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class SpendingTests {

  private static final Caller WHO = Caller.system();

  @Autowired private Channels channels;
  @Autowired private Campaigns campaigns;
  @Autowired private Spending spending;
  @Autowired private Budgets budgets;
  @Autowired private DSLContext dsl;

  @Test
  void every_entry_is_spread_over_its_days_to_the_fen() {
    Random random = new Random(42);
    LocalDate start = LocalDate.of(2026, 1, 1);
    long sum = 0;
    for (int i = 0; i < 40; i++) {
      LocalDate from = start.plusDays(random.nextInt(300));
      long amount = random.nextLong(-100_000, 10_000_000);
      sum += amount;
      Spend spend =
          spending.add(entry(from, from.plusDays(random.nextInt(90)), null, null, amount), WHO);
      if (i % 3 == 0) {
        sum += 777 - amount;
        spending.change(
            spend.id(), d -> entry(d.dayFrom(), d.dayTo().plusDays(1), null, null, 777), WHO);
      }
    }
    assertThat(days()).isEqualTo(sum);
    assertThat(list(null).sumFen()).isEqualTo(sum);
  }

  @Test
  void spend_of_a_campaign_counts_for_its_channel() {
    UUID channel = channel("百度SEM");
    UUID campaign =
        campaigns
            .add(
                new CampaignDraft(
                    "春季投放",
                    CampaignKind.DIGITAL,
                    channel,
                    null,
                    null,
                    500_00L,
                    CampaignStatus.RUNNING,
                    null,
                    " "),
                WHO)
            .id();
    LocalDate day = LocalDate.of(2026, 3, 1);
    assertThat(spending.add(entry(day, day, null, campaign, 12_345), WHO).channelId())
        .isEqualTo(channel);
    assertThat(channels.spent()).containsEntry(channel, 12_345L);
    assertThat(campaigns.line(campaign).spendFen()).isEqualTo(12_345);
    assertThat(campaigns.line(campaign).campaign().note()).isNull();
  }

  @Test
  void lists_are_cut_into_pages_and_keep_their_sum() {
    UUID channel = channel("知乎");
    LocalDate day = LocalDate.of(2026, 5, 1);
    for (int i = 0; i < 7; i++) {
      spending.add(entry(day.plusDays(i % 3), day.plusDays(i % 3), channel, null, 100 + i), WHO);
    }
    spending.add(entry(day, day, null, null, 9), WHO);
    SpendFilter filter = new SpendFilter(Set.of(channel), null, null, null, null);
    SpendPage first = spending.list(filter, null, 4);
    SpendPage second = spending.list(filter, first.page().next(), 4);
    assertThat(first.page().items()).hasSize(4).doesNotContainAnyElementsOf(second.page().items());
    assertThat(second.page().items()).hasSize(3);
    assertThat(second.page().next()).isNull();
    assertThat(first.page().total()).isEqualTo(7);
    assertThat(first.sumFen()).isEqualTo(721);
    assertThat(list(Set.of()).sumFen()).isEqualTo(9);
  }

  @Test
  void days_in_the_wrong_order_and_unknown_channels_are_refused() {
    LocalDate day = LocalDate.of(2026, 5, 1);
    refused(entry(day, day.minusDays(1), null, null, 1), CampaignsProblem.SPEND_DAYS_INVALID);
    refused(entry(day, day.plusDays(367), null, null, 1), CampaignsProblem.SPEND_DAYS_INVALID);
    refused(entry(day, day, UUID.randomUUID(), null, 1), CampaignsProblem.CHANNEL_NOT_FOUND);
    refused(entry(day, day, null, UUID.randomUUID(), 1), CampaignsProblem.CAMPAIGN_NOT_FOUND);
  }

  @Test
  void plan_and_actual_meet_by_month_and_channel_and_neither_is_lost() {
    UUID channel = channel("线下会议");
    YearMonth march = YearMonth.of(2026, 3);
    budgets.put(new Budget(march, channel, 1_000), WHO);
    budgets.put(new Budget(march, channel, 3_000), WHO);
    budgets.put(new Budget(march, null, 50), WHO);
    budgets.put(new Budget(YearMonth.of(2026, 4), channel, 70), WHO);
    budgets.put(new Budget(YearMonth.of(2026, 4), channel, 0), WHO);
    // 31 days of March and 1 of April, so the April fen shows
    spending.add(entry(march.atDay(1), LocalDate.of(2026, 4, 1), channel, null, 3_200), WHO);
    assertThat(budgets.actual(Year.of(2026)))
        .containsExactly(
            new BudgetActual(march, channel, 3_000, 3_100),
            new BudgetActual(march, null, 50, 0),
            new BudgetActual(YearMonth.of(2026, 4), channel, 0, 100));
    assertThat(budgets.of(Year.of(2026))).hasSize(2);
  }

  @Test
  void a_removed_entry_takes_its_days_along() {
    LocalDate day = LocalDate.of(2026, 5, 1);
    UUID id = spending.add(entry(day, day.plusDays(3), null, null, 10), WHO).id();
    spending.remove(id, WHO);
    assertThat(dsl.fetchCount(SPEND_DAY)).isZero();
    assertThatThrownBy(() -> spending.remove(id, WHO)).isInstanceOf(Problem.class);
  }

  private void refused(SpendDraft draft, CampaignsProblem code) {
    assertThatThrownBy(() -> spending.add(draft, WHO))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }

  private SpendPage list(@Nullable Set<UUID> ofChannels) {
    return spending.list(new SpendFilter(ofChannels, null, null, null, null), null, 200);
  }

  private long days() {
    return dsl.select(sum(SPEND_DAY.AMOUNT_FEN).cast(Long.class))
        .from(SPEND_DAY)
        .fetchSingle()
        .value1();
  }

  private UUID channel(String name) {
    return channels
        .add(new ChannelDraft(name, null, Frame.DIGITAL, SourceClass.MARKETING), WHO)
        .id();
  }

  private static SpendDraft entry(
      LocalDate from, LocalDate to, @Nullable UUID channel, @Nullable UUID campaign, long fen) {
    return new SpendDraft(
        from, to, channel, campaign, null, null, null, null, fen, null, null, null);
  }
}
