package io.leadwell.collaborate.deals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chance to sell, with what came of it. Money is in fen.
 *
 * @param stage {@code open}, {@code poc}, {@code won} or {@code lost}
 * @param version sent along with a change, it keeps one person from overwriting what another has
 *     just written
 */
public record Opportunity(
    UUID id,
    UUID leadId,
    String name,
    String stage,
    @Nullable Long amountFen,
    @Nullable String product,
    @Nullable UUID ownerId,
    @Nullable String owner,
    @Nullable String lossReason,
    @Nullable String competitor,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable UUID version,
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
      @Nullable String product,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn) {}
}
