package io.leadwell.pool.leads;

import java.util.UUID;

/**
 * A folded lead is its own again. Told within the transaction, while both are there.
 *
 * @param personId whose lead it is again
 */
public record LeadUnfolded(UUID leadId, UUID fromId, UUID personId) {}
