package io.leadwell.pool.scoring;

import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.grading.Grade;
import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Operator;
import io.leadwell.pool.rules.Rules;
import io.leadwell.tables.scoring.tables.records.SimulationRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record1;
import org.jooq.Select;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Grades leads by what counts and by a draft, and counts who would go where. */
@Component
class SimulationWork {

  /** Beyond so many leads a sample says the same: the error of a share is under 0.4 points. */
  static final int SAMPLE = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(SimulationWork.class);
  private static final int AT_ONCE = 500;

  private final SimulationStore store;
  private final ModelStore models;
  private final ModelReading reading;
  private final ActiveModels active;
  private final Rules rules;
  private final JsonMapper json;
  private final Clock clock;

  SimulationWork(
      SimulationStore store,
      ModelStore models,
      ModelReading reading,
      ActiveModels active,
      Rules rules,
      JsonMapper json,
      Clock clock) {
    this.store = store;
    this.models = models;
    this.reading = reading;
    this.active = active;
    this.rules = rules;
    this.json = json;
    this.clock = clock;
  }

  /** Until it is done, or somebody cancels it. */
  void run(UUID id) {
    try {
      store.find(id).ifPresent(this::work);
    } catch (RuntimeException e) {
      LOG.error("A simulation of a scoring model failed", e);
      store.end(id, "failed");
    }
  }

  private void work(SimulationRow simulation) {
    UUID id = simulation.getId();
    String line = simulation.getBusinessLine();
    ReadyModel draft =
        models
            .draft(line)
            .filter(row -> row.getRevision().equals(simulation.getRevision()))
            .map(row -> reading.ready(line, 0, reading.read(row.getDefinition().data())))
            .orElse(null);
    if (draft == null) {
      store.end(id, "cancelled");
      return;
    }
    ActiveModels.Now now = active.now();
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Select<Record1<UUID>> wanted =
        rules.leads(rules.understand(of(line)), Visible.everything(), at);
    int leads = store.count(wanted);
    List<UUID> ids = store.some(wanted, SAMPLE);
    SimulationTally tally = new SimulationTally();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      if (!store.progress(id, from, ids.size(), leads, clock.instant())) {
        return;
      }
      List<UUID> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      Map<UUID, Facts> facts = rules.facts(some, Rules.EVER);
      facts.forEach((lead, known) -> {
        ReadyModel before = now.of(known);
        Grade was = before.grade(known, at).grade();
        Grade is = draft.grade(known, at).grade();
        tally.grade(lead, was.word(), is.word());
        tally.route(lead, before.route(was).word(), draft.route(is).word());
      });
    }
    if (store.progress(id, ids.size(), ids.size(), leads, clock.instant())) {
      store.done(id, json.writeValueAsString(tally.counted()));
    }
  }

  /** The leads that a model of that line would score. */
  private Condition of(String line) {
    if (!line.isEmpty()) {
      return new Asks("lead.businessLine", Operator.IS, List.of(line));
    }
    List<String> others = new ArrayList<>();
    models.active().stream()
        .map(one -> one.model().getBusinessLine())
        .filter(one -> !one.isEmpty())
        .forEach(others::add);
    return others.isEmpty()
        ? Condition.everybody()
        : new Asks("lead.businessLine", Operator.IS_NOT, others);
  }
}
