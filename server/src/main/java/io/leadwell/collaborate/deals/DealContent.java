package io.leadwell.collaborate.deals;

import io.leadwell.pool.leads.Observation.StageTime;
import io.leadwell.pool.leads.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is told of an opportunity, by a file or by hand. Money is in fen.
 *
 * @param openingTold false where {@code openedAt} is only taken from what came later
 */
record DealContent(
    UUID leadId,
    @Nullable UUID companyId,
    String name,
    @Nullable Long amountFen,
    @Nullable String product,
    @Nullable UUID ownerId,
    @Nullable String lossReason,
    @Nullable String competitor,
    Instant openedAt,
    boolean openingTold,
    @Nullable Instant lostAt,
    List<Opportunity.Poc> pocs,
    List<Opportunity.Contract> contracts) {

  String stage() {
    if (!contracts.isEmpty()) {
      return "won";
    }
    if (lostAt != null) {
      return "lost";
    }
    return pocs.isEmpty() ? "open" : "poc";
  }

  /** When it was won or lost. */
  @Nullable Instant closedAt() {
    Instant won = wonAt();
    return won != null ? won : lostAt;
  }

  /** The first contract's signature. */
  @Nullable Instant wonAt() {
    return first(contracts.stream().map(Opportunity.Contract::signedAt));
  }

  /**
   * The stages of the lead that this dates. An opportunity that only says when it was won tells
   * nothing of when it began, so that entry is left to the reports, which mark it as implied.
   *
   * @param losing whether the loss of this opportunity is the loss of its lead
   */
  List<StageTime> stages(boolean losing) {
    List<StageTime> stages = new ArrayList<>();
    Instant poc = first(pocs.stream().map(Opportunity.Poc::startedAt));
    Instant won = wonAt();
    if (openingTold) {
      stages.add(new StageTime(Stage.OPPORTUNITY, openedAt, null));
    }
    if (poc != null) {
      stages.add(new StageTime(Stage.POC, poc, null));
    }
    if (won != null) {
      stages.add(new StageTime(Stage.WON, won, null));
    } else if (lostAt != null && losing) {
      stages.add(new StageTime(Stage.LOST, lostAt, lossReason));
    }
    return stages;
  }

  private static @Nullable Instant first(Stream<Instant> times) {
    return times.min(Comparator.naturalOrder()).orElse(null);
  }
}
