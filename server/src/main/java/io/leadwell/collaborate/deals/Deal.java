package io.leadwell.collaborate.deals;

import io.leadwell.base.platform.Ids;
import java.time.Instant;
import java.util.List;
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

  /** An opportunity that only says when it ended tells nothing of when it began. */
  private boolean openingTold() {
    return !openedAt.equals(wonAt) && !openedAt.equals(lostAt) && !openedAt.equals(pocStartedAt)
        || (wonAt == null && pocStartedAt == null);
  }

  DealContent content() {
    return new DealContent(
        leadId,
        companyId,
        name,
        amountFen,
        product,
        ownerId,
        lossReason,
        competitor,
        openedAt,
        openingTold(),
        wonAt == null ? lostAt : null,
        pocStartedAt == null
            ? List.of()
            : List.of(new Opportunity.Poc(pocStartedAt, pocEndedAt, pocResult, pocFailureReason)),
        wonAt == null
            ? List.of()
            : List.of(
                new Opportunity.Contract(
                    Ids.next(),
                    contractNumber,
                    wonAt,
                    amountFen == null ? 0 : amountFen,
                    arrFen,
                    product,
                    null,
                    null)));
  }
}
