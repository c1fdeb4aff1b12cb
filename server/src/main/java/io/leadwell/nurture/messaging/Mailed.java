package io.leadwell.nurture.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in short, for whoever had it sent.
 *
 * @param linked the link in it knows its reader
 */
public record Mailed(
    String purpose,
    String occasion,
    Message.State state,
    boolean linked,
    @Nullable Instant clickedAt) {}
