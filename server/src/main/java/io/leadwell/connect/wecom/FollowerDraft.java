package io.leadwell.connect.wecom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A half-private contact as another system or a file tells it. One of open id, union id and name is
 * needed. With a phone or mailbox, details have been left, and it is a lead.
 *
 * @param phone as E.164; e-mail in lower case
 */
public record FollowerDraft(
    FollowerSource source,
    String account,
    @Nullable String openId,
    @Nullable String unionId,
    @Nullable String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String company,
    @Nullable String remark,
    @Nullable Instant followedAt,
    @Nullable UUID channelId,
    @Nullable UUID campaignId) {

  /** What is unique within the account; a name alone is weak, and no identity. */
  String key() {
    if (openId != null) {
      return openId;
    }
    return unionId != null ? "unionid:" + unionId : "name:" + name;
  }

  boolean leftDetails() {
    return phone != null || email != null;
  }
}
