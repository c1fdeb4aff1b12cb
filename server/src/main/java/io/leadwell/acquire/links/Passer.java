package io.leadwell.acquire.links;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who follows a link.
 *
 * @param visitor the browser, by its cookie or by the one it is given now
 * @param scanned by the code that is printed, not by the link
 * @param counts false for a look ahead: a browser or messenger that fetches what nobody opened yet
 * @param person true when the request looks like one that a person's browser makes to show a page
 */
public record Passer(
    UUID visitor,
    boolean scanned,
    boolean counts,
    boolean person,
    @Nullable String referrer,
    @Nullable String agent,
    @Nullable String address,
    Instant at) {}
