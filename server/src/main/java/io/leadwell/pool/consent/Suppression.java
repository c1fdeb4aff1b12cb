package io.leadwell.pool.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that nobody may contact by a means.
 *
 * @param address masked unless the reader may see contacts; null after an erasure, when only a
 *     keyed hash is left
 */
public record Suppression(
    UUID id,
    Means means,
    @Nullable String address,
    SuppressionReason reason,
    @Nullable String note,
    @Nullable String by,
    Instant since) {}
