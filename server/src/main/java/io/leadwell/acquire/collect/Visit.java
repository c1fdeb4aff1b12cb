package io.leadwell.acquire.collect;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one visitor did on a site without a longer pause.
 *
 * @param landingUrl address of the first page
 * @param direct whether nothing says where the visitor came from
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
    boolean direct,
    Map<String, String> utm,
    @Nullable String clickIdKind,
    @Nullable String clickId,
    int pages,
    long dwellMs,
    Device device,
    Place place,
    @Nullable UUID person) {}
