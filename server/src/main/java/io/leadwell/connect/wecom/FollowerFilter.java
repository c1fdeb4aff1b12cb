package io.leadwell.connect.wecom;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which half-private contacts are wanted; null means any.
 *
 * @param lead whether they have become leads
 * @param channels empty for those without a channel
 * @param text part of name or remark, or the whole of an open id
 */
public record FollowerFilter(
    @Nullable FollowerSource source,
    @Nullable String account,
    @Nullable Boolean following,
    @Nullable Boolean lead,
    @Nullable Set<UUID> channels,
    @Nullable UUID code,
    @Nullable String text,
    @Nullable Instant from,
    @Nullable Instant before) {}
