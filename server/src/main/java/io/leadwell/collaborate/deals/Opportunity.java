package io.leadwell.collaborate.deals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A chance to sell, with what came of it. Money is in fen. */
public record Opportunity(
    UUID id,
    UUID leadId,
    String name,
    String stage,
    @Nullable Long amountFen,
    @Nullable String product,
    @Nullable String owner,
    @Nullable String lossReason,
    @Nullable String competitor,
    Instant openedAt,
    @Nullable Instant closedAt,
    List<Poc> pocs,
    List<Contract> contracts) {

  /** A proof of concept; {@code result} is passed or failed. */
  public record Poc(
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String result,
      @Nullable String failureReason) {}

  /** A signed contract. */
  public record Contract(
      UUID id,
      @Nullable String number,
      Instant signedAt,
      long amountFen,
      @Nullable Long arrFen,
      @Nullable String product) {}
}
