package io.leadwell.acquire.capture;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A submission in a list; phone and mailbox as the reader may see them. */
public record SubmissionRow(
    UUID id,
    Instant at,
    @Nullable UUID formId,
    @Nullable Integer version,
    String way,
    String status,
    @Nullable String reason,
    @Nullable String name,
    @Nullable String company,
    @Nullable String phone,
    @Nullable String email,
    @Nullable UUID channelId,
    @Nullable UUID campaignId,
    @Nullable UUID leadId,
    @Nullable Boolean newLead) {}
