package io.leadwell.pool.scoring;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.rules.Revaluation;
import io.leadwell.tables.scoring.tables.records.ModelRow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The models: a draft to be changed, versions that never change, and which one counts for a line of
 * business. Whatever is published, every lead is looked at again.
 */
@Service
public class ScoreModels {

  /**
   * What stands for a line.
   *
   * @param own whether the line has a model of its own; else it shares that of all others
   */
  public record Line(
      String line,
      SortedSet<String> lines,
      boolean own,
      Active active,
      @Nullable Draft draft,
      List<Version> versions) {}

  /**
   * @param version 0 is the one that ships
   * @param broken keys of rules that ask for something there is no more
   */
  public record Active(
      int version,
      ModelDefinition definition,
      @Nullable Instant since,
      @Nullable String by,
      Set<String> broken) {}

  public record Draft(
      int revision, ModelDefinition definition, Instant changedAt, String changedBy) {}

  public record Version(
      int version, @Nullable String note, Instant publishedAt, String by, boolean active) {}

  private static final int LONGEST_LINE = 100;
  private static final int LONGEST_NOTE = 500;

  private final ModelStore store;
  private final ModelReading reading;
  private final Revaluation revaluation;
  private final Database database;
  private final Audit audit;
  private final Clock clock;

  ScoreModels(
      ModelStore store,
      ModelReading reading,
      Revaluation revaluation,
      Database database,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.reading = reading;
    this.revaluation = revaluation;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Line line(String told) {
    String line = checked(told);
    Optional<ModelStore.Active> own = store.active(line);
    ModelStore.Active active = own.or(() -> store.active("")).orElse(null);
    int version = own.map(one -> one.model().getVersion()).orElse(0);
    SortedSet<String> lines = store.lines();
    lines.add("");
    return new Line(
        line,
        lines,
        own.isPresent() || line.isEmpty(),
        active(line, active),
        store.draft(line).map(this::draft).orElse(null),
        store.versions(line).stream()
            .map(row ->
                new Version(
                    row.getVersion(),
                    row.getNote(),
                    row.getPublishedAt(),
                    row.getChangedBy(),
                    row.getVersion() == version))
            .toList());
  }

  private Active active(String line, ModelStore.@Nullable Active active) {
    if (active == null) {
      ModelDefinition shipped = reading.shipped();
      return new Active(0, shipped, null, null, reading.ready(line, 0, shipped).broken());
    }
    int version = active.model().getVersion();
    ModelDefinition definition = reading.read(active.model().getDefinition().data());
    return new Active(
        version,
        definition,
        active.since(),
        active.by(),
        reading.ready(line, version, definition).broken());
  }

  private Draft draft(ModelRow row) {
    return new Draft(
        row.getRevision(),
        reading.read(row.getDefinition().data()),
        row.getChangedAt(),
        row.getChangedBy());
  }

  /** What a version says; 0 is the one that ships. */
  @Transactional(readOnly = true)
  public ModelDefinition definition(String line, int version) {
    if (version == 0) {
      return reading.shipped();
    }
    return reading.read(version(checked(line), version).getDefinition().data());
  }

  /**
   * Keeps the draft.
   *
   * @param revision the one that was changed, 0 where there was none
   */
  @Transactional
  public Draft keep(String told, int revision, @Nullable ModelDefinition definition, Caller who) {
    String line = checked(told);
    ModelDefinition whole = DefinitionCheck.whole(definition);
    reading.checkRules(whole);
    if (!store.keepDraft(line, revision, reading.write(whole), clock.instant(), who.name())) {
      throw new Problem(ScoringProblem.SCORING_DRAFT_CHANGED);
    }
    return store.draft(line).map(this::draft).orElseThrow();
  }

  /** Whether there was a draft. */
  @Transactional
  public boolean discard(String line, Caller who) {
    boolean there = store.dropDraft(checked(line));
    if (there) {
      record(who, "scoring.draft-discarded", line, Map.of());
    }
    return there;
  }

  /** From now on the draft is what counts for its line; the version it became. */
  @Transactional
  public int publish(String told, int revision, @Nullable String note, Caller who) {
    String line = checked(told);
    database.lock("scoring.models");
    ModelRow draft =
        store.draft(line).orElseThrow(() -> new Problem(ScoringProblem.SCORING_NO_DRAFT));
    // Fields may have gone since it was kept.
    reading.checkRules(reading.read(draft.getDefinition().data()));
    String said = note == null || note.isBlank() ? null : note.strip();
    if (said != null && said.length() > LONGEST_NOTE) {
      throw ModelReading.refused("note", "scoring.note", LONGEST_NOTE);
    }
    int version =
        store
            .publish(line, revision, said, clock.instant(), who.name())
            .orElseThrow(() -> new Problem(ScoringProblem.SCORING_DRAFT_CHANGED));
    store.activate(line, draft.getId(), clock.instant(), who.name());
    revaluation.everybody();
    record(who, "scoring.published", line, Map.of("version", version));
    return version;
  }

  /** An older version counts again; 0 for the one that ships, or that of all other lines. */
  @Transactional
  public void activate(String told, int version, Caller who) {
    String line = checked(told);
    database.lock("scoring.models");
    if (version == 0) {
      store.deactivate(line);
    } else {
      store.activate(line, version(line, version).getId(), clock.instant(), who.name());
    }
    revaluation.everybody();
    record(who, "scoring.activated", line, Map.of("version", version));
  }

  /** How much is still to be looked at, after a publication or whatever else changed. */
  public int waiting() {
    return revaluation.waiting();
  }

  private ModelRow version(String line, int version) {
    return store
        .version(line, version)
        .orElseThrow(() -> new Problem(ScoringProblem.SCORING_NO_VERSION));
  }

  private static String checked(String told) {
    String line = told.strip();
    if (line.length() > LONGEST_LINE) {
      throw ModelReading.refused("line", "scoring.line", LONGEST_LINE);
    }
    return line;
  }

  private void record(Caller who, String action, String line, Map<String, Object> detail) {
    audit.record(who, action, "scoring-model", null, line.isEmpty() ? null : line, detail);
  }
}
