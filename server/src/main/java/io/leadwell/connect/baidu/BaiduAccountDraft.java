package io.leadwell.connect.baidu;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account is to be.
 *
 * @param token null keeps the one that is known
 */
public record BaiduAccountDraft(
    String userName,
    @Nullable String token,
    @Nullable UUID channelId,
    ReportLevel level,
    boolean enabled,
    int fetchHour) {

  @Override
  public String toString() {
    return "BaiduAccountDraft[" + userName + "]";
  }
}
