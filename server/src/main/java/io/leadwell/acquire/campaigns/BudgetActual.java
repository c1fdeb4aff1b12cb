package io.leadwell.acquire.campaigns;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plan beside actual: a budget without spend and spend without a budget are both lines. */
public record BudgetActual(
    YearMonth month, @Nullable UUID channelId, long budgetFen, long spendFen) {}
