package io.leadwell.pool.consent;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody agreed, or objected, by something they did themselves.
 *
 * @param purposes by their keys; one that there is not says nothing
 * @param source form, event, api or import
 * @param proofId what proves it; the same again says nothing new
 * @param textOf whose words it were: the name of a form
 */
public record Agreed(
    UUID personId,
    List<String> purposes,
    Set<Means> means,
    boolean given,
    String source,
    UUID proofId,
    @Nullable String textOf,
    @Nullable Integer textNumber,
    Instant at) {}
