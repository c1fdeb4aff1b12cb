package io.leadwell.collaborate.deals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a deals file, resolved: an opportunity of a known lead, perhaps with a proof of
 * concept and a contract. Money is in fen.
 */
record Deal(
    String key,
    UUID leadId,
    @Nullable UUID companyId,
    String name,
    @Nullable Long amountFen,
    @Nullable Long arrFen,
    @Nullable String product,
    @Nullable String contractNumber,
    @Nullable UUID ownerId,
    @Nullable UUID sdrId,
    @Nullable String industry,
    @Nullable String lossReason,
    @Nullable String competitor,
    Instant openedAt,
    @Nullable Instant pocStartedAt,
    @Nullable Instant pocEndedAt,
    @Nullable String pocResult,
    @Nullable String pocFailureReason,
    @Nullable Instant wonAt,
    @Nullable Instant lostAt) {

  String stage() {
    if (wonAt != null) {
      return "won";
    }
    if (lostAt != null) {
      return "lost";
    }
    return pocStartedAt != null ? "poc" : "open";
  }

  @Nullable Instant closedAt() {
    return wonAt != null ? wonAt : lostAt;
  }
}
