package io.leadwell.acquire.collect;

import io.leadwell.acquire.campaigns.Origin;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one visitor did on a site without a longer pause.
 *
 * @param landingUrl address of the first page
 * @param origin what that and its referrer say about where the visitor came from
 * @param pages how many pages were opened
 * @param dwellMs milliseconds that they were in sight
 * @param person who the visitor is, as far as somebody said so
 */
public record Visit(
    UUID id,
    UUID visitor,
    String site,
    Instant startedAt,
    Instant endedAt,
    @Nullable String landingUrl,
    @Nullable String referrer,
    Origin origin,
    int pages,
    long dwellMs,
    Device device,
    Place place,
    @Nullable UUID person) {}
