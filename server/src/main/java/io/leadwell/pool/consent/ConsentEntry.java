package io.leadwell.pool.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said about being contacted, and what proves it.
 *
 * @param proofId the submission, message, import or merge
 * @param textOf the form whose words were agreed to; null for those of the purpose
 * @param undoneAt when the merge that made it was taken back
 */
public record ConsentEntry(
    UUID id,
    UUID purposeId,
    Means means,
    boolean given,
    String source,
    @Nullable UUID proofId,
    @Nullable String note,
    @Nullable String textOf,
    @Nullable Integer textNumber,
    @Nullable String by,
    Instant happenedAt,
    Instant recordedAt,
    @Nullable Instant undoneAt) {}
