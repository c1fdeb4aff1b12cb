package io.leadwell.pool.leads;

import io.leadwell.pool.leads.Observation.StageTime;
import io.leadwell.pool.leads.Observation.TouchSeen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as it was read, kept while it waits.
 *
 * @param rules those of its list, which go on to say its tags
 */
record HeldRow(
    String source,
    @Nullable String sourceKey,
    UUID importId,
    long rowNumber,
    @Nullable UUID actorId,
    Map<String, String> raw,
    Map<String, String> facts,
    List<StageTime> stages,
    List<String> tags,
    @Nullable TouchSeen touch,
    Map<String, String> rules) {

  static HeldRow of(Observation seen, UUID importId, ListRules rules) {
    return new HeldRow(
        seen.source(),
        seen.sourceKey(),
        importId,
        seen.rowNumber() == null ? 0 : seen.rowNumber(),
        seen.actorId(),
        seen.raw(),
        seen.facts().toStore(),
        seen.stages(),
        seen.tags(),
        seen.touch(),
        rules.said());
  }

  /** What is decided is told when it is decided: it is newer than what came in the meantime. */
  Observation seen(Instant now) {
    return new Observation(
        source,
        sourceKey,
        now,
        importId,
        rowNumber,
        actorId,
        raw,
        Facts.ofStored(facts),
        stages,
        tags,
        touch);
  }
}
