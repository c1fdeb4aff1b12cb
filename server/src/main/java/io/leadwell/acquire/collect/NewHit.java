package io.leadwell.acquire.collect;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hit that the server itself is witness of: a click on a short link, a code that was scanned.
 *
 * @param id the same id is the same hit, however often it is told
 * @param visit null when it belongs to none
 * @param agent the User-Agent header of the request; a robot's hit is not kept
 * @param address where the request came from: looked up, not kept
 */
public record NewHit(
    UUID id,
    String name,
    UUID visitor,
    @Nullable UUID visit,
    Instant at,
    @Nullable String url,
    @Nullable String referrer,
    @Nullable String content,
    Map<String, Object> props,
    @Nullable String agent,
    @Nullable String address) {}
