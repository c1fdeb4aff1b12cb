package io.leadwell.acquire.links;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which links a list shows; null is no limit.
 *
 * @param text in the name, the code or the target
 * @param channels one of these; an empty set means links without a channel
 * @param campaigns likewise
 * @param leading those that lead somewhere now, or those that don't
 * @param ids these alone
 */
public record LinkFilter(
    @Nullable String text,
    @Nullable Set<UUID> channels,
    @Nullable Set<UUID> campaigns,
    @Nullable Boolean leading,
    @Nullable Set<UUID> ids) {}
