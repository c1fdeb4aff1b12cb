package io.leadwell.measure.insights;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which leads a report is about; null is no limit. */
public record ReportFilter(
    @Nullable Wanted<UUID> channel,
    @Nullable Wanted<UUID> campaign,
    @Nullable Wanted<String> sourceClass,
    @Nullable Wanted<String> province,
    @Nullable Wanted<String> industry,
    @Nullable Wanted<UUID> owner,
    @Nullable Wanted<UUID> sdr) {

  public static ReportFilter all() {
    return new ReportFilter(null, null, null, null, null, null, null);
  }

  ReportFilter channels(Wanted<UUID> wanted) {
    return new ReportFilter(wanted, campaign, sourceClass, province, industry, owner, sdr);
  }

  /** Only what a lead has and a touch has not. */
  ReportFilter ofLeads() {
    return new ReportFilter(null, null, null, province, industry, owner, sdr);
  }

  /** Whether it limits by something that money spent doesn't have. */
  boolean cutsSpend() {
    return province != null || industry != null || owner != null || sdr != null;
  }
}
