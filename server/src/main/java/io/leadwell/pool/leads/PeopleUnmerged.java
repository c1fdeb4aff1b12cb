package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.UUID;

/**
 * One person was made two again. Told within the transaction.
 *
 * @param holderId who stood for both until now
 * @param mergedAt when they were made one
 */
public record PeopleUnmerged(UUID mergeId, UUID holderId, UUID mergedId, Instant mergedAt) {}
