package io.leadwell.connect.wecom;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which codes are wanted; null means any, ended ones only when asked for. */
public record CodeFilter(
    @Nullable CodeKind kind,
    Code.@Nullable Status status,
    @Nullable Set<UUID> channels,
    @Nullable String text) {}
