package io.leadwell.acquire.links;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a link is to be.
 *
 * @param page where it leads, an address of http or https or a page of this server below {@code /p}
 * @param code null for one made up; of an existing link it stays as it is
 */
public record LinkDraft(
    String name,
    String page,
    Placement placement,
    @Nullable String code,
    boolean enabled,
    @Nullable Instant expiresAt) {}
