package io.leadwell.measure.insights;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the channel sheet. Ratios without a denominator are null, shown as "—".
 *
 * @param parentKey of a channel, the one it hangs under
 * @param spendFen null where spend can't be told apart as asked: it has no owner, no region
 * @param customers new ones: companies, or people without one, that signed their first contract
 * @param costPerFen spend for one lead at each stage after the first
 * @param cacFen spend ÷ new customers; marketing spend only, so it approximates the full CAC
 * @param romi (revenue − spend) ÷ spend
 */
public record SheetRow(
    String key,
    String label,
    @Nullable String parentKey,
    @Nullable Long spendFen,
    @Nullable Long impressions,
    @Nullable Long clicks,
    Map<String, Long> counts,
    long customers,
    long revenueFen,
    @Nullable Long cplFen,
    Map<String, Long> costPerFen,
    @Nullable Long cacFen,
    @Nullable Double romi) {}
