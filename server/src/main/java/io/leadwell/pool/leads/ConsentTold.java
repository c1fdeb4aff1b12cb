package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of a file says whether somebody agreed to be contacted. Told within the transaction.
 *
 * @param recordId the row as it is kept
 * @param phone whether it has a phone; likewise a mailbox
 */
public record ConsentTold(
    UUID personId, UUID recordId, boolean given, boolean phone, boolean email, Instant at) {}
