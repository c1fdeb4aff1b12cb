package io.leadwell.acquire.content;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody filled a form on an item's page. */
public record Registration(
    UUID submissionId,
    UUID formId,
    UUID itemId,
    @Nullable UUID personId,
    @Nullable UUID leadId,
    Instant at) {}
