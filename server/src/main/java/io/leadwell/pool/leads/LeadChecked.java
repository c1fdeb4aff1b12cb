package io.leadwell.pool.leads;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead opened for somebody who, or whose company, is a customer or in an opportunity. Told within
 * the transaction that opens it.
 *
 * @param ownerId who works with them; null where nobody does
 * @param called what the new lead is called by
 */
public record LeadChecked(
    UUID leadId,
    Verdict.Kind kind,
    @Nullable UUID ownerId,
    String called,
    @Nullable String company) {}
