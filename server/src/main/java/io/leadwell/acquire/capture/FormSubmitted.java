package io.leadwell.acquire.capture;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody left a form, and the pool knows of it. Told within the transaction: a listener that
 * fails takes the submission back.
 *
 * @param leadId the lead it opened or joined
 * @param newLead whether it opened it
 */
public record FormSubmitted(
    UUID formId,
    UUID submissionId,
    UUID personId,
    @Nullable UUID leadId,
    boolean newLead,
    FormContext context) {}
