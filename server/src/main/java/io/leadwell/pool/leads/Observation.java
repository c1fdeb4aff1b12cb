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
 * @param identities what identifies the person beyond phone and mailbox
 * @param cycle which buying cycle it speaks of
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
    @Nullable TouchSeen touch,
    List<Identity> identities,
    Cycle cycle) {

  /** Which buying cycle of the person an observation speaks of. */
  enum Cycle {
    /** One of its own: a row with a key of its own. */
    OWN,
    /** The open one, or a new one. */
    OPEN,
    /** As {@link #OPEN}, said by the person now: it begins the cycle, or wakes a dormant one. */
    CALLED,
    /** The open one where there is one: a follower who left nothing opens none. */
    NONE
  }

  /** An entry into a stage; {@code reason} where one was given. */
  public record StageTime(Stage stage, Instant at, @Nullable String reason) {}

  /**
   * Scene × where × time, and what the link carried.
   *
   * @param from null where the record's facts tell it
   * @param detail what else the timeline shows, by the words of its texts
   */
  public record TouchSeen(
      String scene,
      Instant at,
      @Nullable CameFrom from,
      Map<String, String> utm,
      @Nullable String clickId,
      Map<String, Object> detail) {

    public static TouchSeen of(String scene, Instant at) {
      return new TouchSeen(scene, at, null, Map.of(), null, Map.of());
    }
  }

  /** An observation of a lead by a source that knows people by phone, mailbox and its own key. */
  public Observation(
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
    this(
        source,
        sourceKey,
        receivedAt,
        importId,
        rowNumber,
        actorId,
        raw,
        facts,
        stages,
        tags,
        touch,
        List.of(),
        sourceKey == null ? Cycle.OPEN : Cycle.OWN);
  }

  /** The same, entering {@link Stage#LEAD} at this moment. */
  Observation beginning(Instant at) {
    return new Observation(
        source,
        sourceKey,
        receivedAt,
        importId,
        rowNumber,
        actorId,
        raw,
        facts,
        List.of(new StageTime(Stage.LEAD, at, null)),
        tags,
        touch,
        identities,
        cycle);
  }

  /** The same with other identities. */
  Observation identifiedBy(List<Identity> others) {
    return new Observation(
        source,
        sourceKey,
        receivedAt,
        importId,
        rowNumber,
        actorId,
        raw,
        facts,
        stages,
        tags,
        touch,
        others,
        cycle);
  }

  /** The same from other cells. */
  Observation readAs(Map<String, String> cells) {
    return new Observation(
        source,
        sourceKey,
        receivedAt,
        importId,
        rowNumber,
        actorId,
        cells,
        facts,
        stages,
        tags,
        touch,
        identities,
        cycle);
  }

  boolean isVerified() {
    return identities.stream().anyMatch(identity -> identity.kind().verified());
  }

  /** The same with other facts and tags. */
  Observation telling(Facts others, List<String> otherTags) {
    return new Observation(
        source,
        sourceKey,
        receivedAt,
        importId,
        rowNumber,
        actorId,
        raw,
        others,
        stages,
        otherTags,
        touch,
        identities,
        cycle);
  }

  /** As {@link Golden#get} has it for all that is told. */
  @Nullable String fact(Fact fact) {
    String told = facts.get(fact);
    return told == null && fact == Fact.OWNER_ID ? facts.get(Fact.TALKED_TO) : told;
  }
}
