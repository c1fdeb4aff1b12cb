package io.leadwell.acquire.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was published.
 *
 * @param consent which text people agreed to; null where none was asked
 */
public record FormVersion(
    int number,
    FormDesign design,
    @Nullable Integer consent,
    String publishedBy,
    Instant publishedAt) {}
