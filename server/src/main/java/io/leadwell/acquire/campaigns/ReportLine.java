package io.leadwell.acquire.campaigns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of an advertising platform's report: what a keyword, or whatever level the report has,
 * cost on a day.
 */
public record ReportLine(
    LocalDate day,
    String account,
    @Nullable String plan,
    @Nullable String unit,
    @Nullable String keyword,
    long amountFen,
    long impressions,
    long clicks) {}
