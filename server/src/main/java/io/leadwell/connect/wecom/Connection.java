package io.leadwell.connect.wecom;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something connected at Tencent. Of its secrets only whether they are there.
 *
 * @param appId the corp id of WeCom, the app id of the others
 * @param channelId of those who come without a code
 * @param since contacts and followers older than this open no leads
 * @param greetedAt when Tencent last verified the callback address
 */
public record Connection(
    UUID id,
    ConnectionKind kind,
    String name,
    String appId,
    @Nullable String agentId,
    boolean hasSecret,
    boolean hasToken,
    boolean hasAesKey,
    @Nullable UUID channelId,
    Instant since,
    Set<Interaction> interactions,
    boolean active,
    @Nullable Instant greetedAt,
    @Nullable Checkup checked,
    Instant createdAt) {}
