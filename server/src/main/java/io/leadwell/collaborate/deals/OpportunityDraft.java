package io.leadwell.collaborate.deals;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity as somebody types it: all of it, so that what is left out is taken away. Signed
 * contracts make it won, {@code lostOn} makes it lost. Money is in fen.
 *
 * @param name blank for the name of the company or the lead
 * @param openedOn a day of Asia/Shanghai ({@code 2026-03-01}) or a moment ({@code
 *     2026-03-01T09:30:00Z}), like every other date here; the day of the first other date, or
 *     today, when left out
 * @param lostOn needs {@code lossReason}
 * @param version of the opportunity that was edited; refused when somebody has changed it since
 */
public record OpportunityDraft(
    @Nullable String name,
    @Nullable Long amountFen,
    @Nullable String product,
    @Nullable UUID ownerId,
    @Nullable String competitor,
    @Nullable String openedOn,
    @Nullable String lostOn,
    @Nullable String lossReason,
    List<PocDraft> pocs,
    List<ContractDraft> contracts,
    @Nullable UUID version) {

  public OpportunityDraft {
    pocs = Objects.requireNonNullElse(pocs, List.of());
    contracts = Objects.requireNonNullElse(contracts, List.of());
  }

  /** A proof of concept; {@code result} is passed or failed, and failed needs its reason. */
  public record PocDraft(
      @Nullable String startedOn,
      @Nullable String endedOn,
      @Nullable String result,
      @Nullable String failureReason) {}

  /** A signed contract; with the {@code id} of one that is there already it stays that one. */
  public record ContractDraft(
      @Nullable UUID id,
      @Nullable String number,
      @Nullable String signedOn,
      @Nullable Long amountFen,
      @Nullable Long arrFen,
      @Nullable String product,
      @Nullable String startsOn,
      @Nullable String endsOn) {}
}
