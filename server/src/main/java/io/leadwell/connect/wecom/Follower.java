package io.leadwell.connect.wecom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A half-private contact: follows an account of ours, and is a lead once there is {@code leadId}.
 *
 * @param account app id or name of the account
 * @param scene how the account was found, by Tencent's word
 * @param following false once gone
 * @param leadBy what made it a lead: message, click, scan, details, contact
 */
public record Follower(
    UUID id,
    FollowerSource source,
    @Nullable UUID connectionId,
    String account,
    @Nullable String name,
    @Nullable String remark,
    @Nullable String scene,
    @Nullable UUID codeId,
    @Nullable String code,
    @Nullable UUID channelId,
    @Nullable UUID campaignId,
    boolean following,
    @Nullable Instant followedAt,
    @Nullable Instant leftAt,
    Instant lastSeenAt,
    int interactions,
    @Nullable UUID personId,
    @Nullable UUID leadId,
    @Nullable Instant leadAt,
    @Nullable String leadBy) {

  /** Something a follower did. */
  public record Move(
      UUID id, String move, Instant at, @Nullable String what, @Nullable String code) {}
}
