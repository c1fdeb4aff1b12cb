package io.leadwell.connect.wecom;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a connection is to be. A secret, token or key that is null stays as it is. */
public record ConnectionDraft(
    ConnectionKind kind,
    String name,
    String appId,
    @Nullable String agentId,
    @Nullable String secret,
    @Nullable String token,
    @Nullable String aesKey,
    @Nullable UUID channelId,
    @Nullable Instant since,
    Set<Interaction> interactions,
    boolean active) {

  /** Secrets are not printed. */
  @Override
  public String toString() {
    return kind + " " + appId;
  }
}
