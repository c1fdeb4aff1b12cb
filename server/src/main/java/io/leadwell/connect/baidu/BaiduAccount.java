package io.leadwell.connect.baidu;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search account whose reports are fetched.
 *
 * @param tokenHint the last characters of its token; the token itself is never told
 * @param fetchHour from this hour of the day on, yesterday is fetched
 * @param fetchedUntil the last day of which everything is here
 */
public record BaiduAccount(
    UUID id,
    String userName,
    String tokenHint,
    UUID channelId,
    ReportLevel level,
    boolean enabled,
    int fetchHour,
    @Nullable LocalDate fetchedUntil) {

  BaiduAccountDraft draft() {
    return new BaiduAccountDraft(userName, null, channelId, level, enabled, fetchHour);
  }
}
