package io.leadwell.acquire.campaigns.web;

import io.leadwell.acquire.campaigns.Budget;
import io.leadwell.acquire.campaigns.Budgets;
import io.leadwell.acquire.campaigns.CampaignsProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of budgets. */
@RestController
@RequestMapping("/api/v1/budgets")
class BudgetsController {

  record BudgetView(String month, @Nullable UUID channelId, long amountFen) {}

  record ActualView(String month, @Nullable UUID channelId, long budgetFen, long spendFen) {}

  private final Budgets budgets;

  BudgetsController(Budgets budgets) {
    this.budgets = budgets;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_READ)
  List<BudgetView> list(@RequestParam int year) {
    return budgets.of(year(year)).stream()
        .map(b -> new BudgetView(b.month().toString(), b.channelId(), b.amountFen()))
        .toList();
  }

  @GetMapping("/actual")
  @Allow(Permission.CAMPAIGNS_READ)
  List<ActualView> actual(@RequestParam int year) {
    return budgets.actual(year(year)).stream()
        .map(line ->
            new ActualView(
                line.month().toString(), line.channelId(), line.budgetFen(), line.spendFen()))
        .toList();
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Permission.SPEND_EDIT)
  void put(@RequestBody BudgetView wanted, Caller caller) {
    budgets.put(new Budget(month(wanted.month()), wanted.channelId(), wanted.amountFen()), caller);
  }

  private static Year year(int year) {
    if (year < 1900 || year > 9999) {
      throw Patch.wrong("year");
    }
    return Year.of(year);
  }

  private static YearMonth month(@Nullable String month) {
    try {
      return YearMonth.parse(month == null ? "" : month);
    } catch (DateTimeException e) {
      throw Problem.field(
          CampaignsProblem.BUDGET_MONTH_INVALID, "month", "problem.BUDGET_MONTH_INVALID");
    }
  }
}
