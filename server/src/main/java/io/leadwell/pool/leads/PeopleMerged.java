package io.leadwell.pool.leads;

import java.util.UUID;

/** Two people were made one. Told within the transaction. */
public record PeopleMerged(UUID mergeId, UUID survivorId, UUID mergedId) {}
