package io.leadwell.pool.consent;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * That somebody was erased, without saying who it was.
 *
 * @param people how many records of a person were one: merged ones count
 * @param counts rows by what they were
 */
public record Erasure(
    UUID id, Instant at, String by, String reason, int people, Map<String, Integer> counts) {}
