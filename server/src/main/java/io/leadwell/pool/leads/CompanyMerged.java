package io.leadwell.pool.leads;

import java.util.UUID;

/** Two companies are one: what is kept of the one is the other's. Told within the transaction. */
public record CompanyMerged(UUID mergedId, UUID intoId) {}
