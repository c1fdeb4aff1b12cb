package io.leadwell.acquire.capture;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which submissions are wanted; null is any.
 *
 * @param calls what came over the API instead of what was left in forms
 * @param channels empty: those without one
 */
public record SubmissionFilter(
    @Nullable UUID formId,
    boolean calls,
    @Nullable String q,
    @Nullable String status,
    @Nullable Way way,
    @Nullable Set<UUID> channels,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {}
