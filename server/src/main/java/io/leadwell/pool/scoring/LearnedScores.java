package io.leadwell.pool.scoring;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.rules.Revaluation;
import io.leadwell.pool.scoring.Learned.Chance;
import io.leadwell.pool.scoring.Learned.Reason;
import io.leadwell.pool.scoring.Learned.Report;
import io.leadwell.tables.scoring.tables.records.LearnedRow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Scores learned from our own wins: trained behind the request, applied by a person. */
@Service
public class LearnedScores {

  private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

  private final LearnedStore store;
  private final LearnedWork work;
  private final Revaluation revaluation;
  private final Audit audit;
  private final JsonMapper json;
  private final Clock clock;

  LearnedScores(
      LearnedStore store,
      LearnedWork work,
      Revaluation revaluation,
      Audit audit,
      JsonMapper json,
      Clock clock) {
    this.store = store;
    this.work = work;
    this.revaluation = revaluation;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /** Begins behind the request. */
  public Learned train(Caller who) {
    UUID id = begin(who);
    Thread.ofVirtual().name("scoring-learning").start(() -> work.run(id));
    return learned(store.find(id).orElseThrow());
  }

  UUID begin(Caller who) {
    return store
        .begin(clock.instant(), who.name())
        .orElseThrow(() -> new Problem(ScoringProblem.SCORING_LEARNING_RUNS));
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Learned> all() {
    return store.all().stream().map(this::learned).toList();
  }

  /** One that has ended stays as it is. */
  @Transactional
  public void cancel(int version) {
    store.end(version(version).getId(), "cancelled");
  }

  /** What it says is shown beside the rules from now on, and may be asked for. */
  @Transactional
  public void apply(int version, Caller who) {
    version(version);
    if (!store.hasChances(version)) {
      throw new Problem(ScoringProblem.SCORING_NOT_LEARNED);
    }
    store.apply(version, clock.instant());
    revaluation.everybody();
    audit.record(
        who, "scoring.learned-applied", "scoring-model", null, null, Map.of("version", version));
  }

  /** Only the rules count again. */
  @Transactional
  public void unapply(Caller who) {
    store.unapply();
    revaluation.everybody();
    audit.record(who, "scoring.learned-removed", "scoring-model", null, null, Map.of());
  }

  /** What the version that is applied says of a lead; nothing of one that came in since. */
  Optional<Chance> of(UUID lead) {
    return store
        .applied()
        .flatMap(learned ->
            store
                .chance(learned.getVersion(), lead)
                .map(row ->
                    new Chance(
                        row.getChance(),
                        learned.getVersion(),
                        learned.getStartedAt(),
                        json.readValue(row.getReasons().data(), REASONS))));
  }

  private LearnedRow version(int version) {
    return store.version(version).orElseThrow(() -> new Problem(ScoringProblem.SCORING_NO_VERSION));
  }

  private Learned learned(LearnedRow row) {
    Instant now = clock.instant();
    return new Learned(
        row.getVersion(),
        LearnedStore.lost(row, now) ? "failed" : row.getState(),
        row.getLooked(),
        row.getTotal(),
        row.getStartedAt(),
        row.getStartedBy(),
        row.getAppliedAt() != null,
        row.getReport() == null ? null : json.readValue(row.getReport().data(), Report.class));
  }
}
