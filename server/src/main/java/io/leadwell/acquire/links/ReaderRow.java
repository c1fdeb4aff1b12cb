package io.leadwell.acquire.links;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a sending as a colleague sees them.
 *
 * @param hidden gone from the pool, or out of the colleague's scope: counted, and not named
 * @param phone masked unless the colleague may see contacts; the mailbox likewise
 * @param openedAt when they first opened it
 * @param strangers openings of their link in browsers that are not taken for theirs
 * @param leftOut why they got no link; null for who got one
 */
public record ReaderRow(
    String id,
    boolean hidden,
    @Nullable UUID leadId,
    @Nullable String name,
    @Nullable String title,
    @Nullable String company,
    @Nullable String phone,
    @Nullable String email,
    @Nullable Instant openedAt,
    int opens,
    int strangers,
    @Nullable String leftOut) {}
