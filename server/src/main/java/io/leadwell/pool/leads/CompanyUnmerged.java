package io.leadwell.pool.leads;

import java.util.List;
import java.util.UUID;

/**
 * A merged company is its own again. Told within the transaction.
 *
 * @param leads the leads that stand under it again
 */
public record CompanyUnmerged(UUID companyId, UUID fromId, List<UUID> leads) {}
