package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a source says about a person and a buying cycle, before it is stored.
 *
 * @param source the system it comes from; with the key it identifies the record for ever
 * @param sourceKey null where the source has none: then one is made of what identifies the row
 * @param raw the record as it arrived
 * @param stages entries into stages with their times, in the order of the funnel
 * @param touch how the person was met; null when the record tells of no contact
 */
public record Observation(
    String source,
    @Nullable String sourceKey,
    Instant receivedAt,
    @Nullable UUID importId,
    @Nullable Long rowNumber,
    @Nullable UUID actorId,
    Map<String, String> raw,
    Facts facts,
    List<StageTime> stages,
    List<String> tags,
    @Nullable TouchSeen touch) {

  /** An entry into a stage; {@code reason} where one was given. */
  public record StageTime(Stage stage, Instant at, @Nullable String reason) {}

  /** Scene × content × time, and what the link carried. Channel and campaign stand in the facts. */
  public record TouchSeen(
      String scene,
      Instant at,
      @Nullable String plan,
      @Nullable String unit,
      @Nullable String keyword,
      Map<String, String> utm) {}

  @Nullable String fact(Fact fact) {
    return facts.get(fact);
  }
}
