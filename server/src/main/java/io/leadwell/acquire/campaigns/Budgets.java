package io.leadwell.acquire.campaigns;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be spent by month and channel, and what was. */
@Service
public class Budgets {

  private record Line(YearMonth month, @Nullable UUID channelId) {}

  private static final Comparator<BudgetActual> BY_MONTH =
      Comparator.comparing(BudgetActual::month)
          .thenComparing(BudgetActual::channelId, Comparator.nullsLast(Comparator.naturalOrder()));

  private final BudgetStore store;
  private final Channels channels;
  private final Audit audit;

  Budgets(BudgetStore store, Channels channels, Audit audit) {
    this.store = store;
    this.channels = channels;
    this.audit = audit;
  }

  public List<Budget> of(Year year) {
    return store.of(year);
  }

  /** Plan and actual of a year, a line for every month and channel that has either. */
  public List<BudgetActual> actual(Year year) {
    Map<Line, BudgetActual> lines = new HashMap<>();
    for (Budget b : store.of(year)) {
      lines.put(
          new Line(b.month(), b.channelId()),
          new BudgetActual(b.month(), b.channelId(), b.amountFen(), 0));
    }
    for (Budget spent : store.spent(year)) {
      lines.merge(
          new Line(spent.month(), spent.channelId()),
          new BudgetActual(spent.month(), spent.channelId(), 0, spent.amountFen()),
          (plan, actual) ->
              new BudgetActual(
                  plan.month(), plan.channelId(), plan.budgetFen(), actual.spendFen()));
    }
    return lines.values().stream().sorted(BY_MONTH).toList();
  }

  /** Sets a budget; zero removes it. */
  @Transactional
  public void put(Budget budget, Caller who) {
    if (budget.amountFen() < 0) {
      throw Problem.field(CampaignsProblem.BUDGET_NEGATIVE, "amountFen", "problem.BUDGET_NEGATIVE");
    }
    if (budget.channelId() != null && channels.find(budget.channelId()).isEmpty()) {
      throw new Problem(CampaignsProblem.CHANNEL_NOT_FOUND);
    }
    if (budget.amountFen() == 0) {
      store.remove(budget.month(), budget.channelId());
    } else {
      store.put(budget);
    }
    audit.record(
        who,
        "budget.put",
        "channel",
        budget.channelId() == null ? null : budget.channelId().toString(),
        budget.month().toString(),
        Map.of("amountFen", budget.amountFen()));
  }
}
