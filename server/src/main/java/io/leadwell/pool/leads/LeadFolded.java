package io.leadwell.pool.leads;

import java.util.UUID;

/**
 * A lead went into another of the same buying cycle, as their people turned out to be one. Told
 * within the transaction, while both are there.
 *
 * @param personId whose lead it was
 */
public record LeadFolded(UUID leadId, UUID intoId, UUID personId) {}
