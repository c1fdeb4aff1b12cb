package io.leadwell.pool.scoring;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.scoring.Simulation.Outcome;
import io.leadwell.pool.scoring.Simulation.Shift;
import io.leadwell.pool.scoring.SimulationTally.Counted;
import io.leadwell.pool.scoring.SimulationTally.Way;
import io.leadwell.tables.scoring.tables.records.SimulationRow;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What a draft would change, before it does. */
@Service
public class Simulations {

  private final SimulationStore store;
  private final SimulationWork work;
  private final ModelStore models;
  private final Leads leads;
  private final JsonMapper json;
  private final Clock clock;

  Simulations(
      SimulationStore store,
      SimulationWork work,
      ModelStore models,
      Leads leads,
      JsonMapper json,
      Clock clock) {
    this.store = store;
    this.work = work;
    this.models = models;
    this.leads = leads;
    this.json = json;
    this.clock = clock;
  }

  /** Begins to look behind the request. */
  public Simulation start(String line, Caller who) {
    UUID id = begin(line, who);
    Thread.ofVirtual().name("scoring-simulation").start(() -> work.run(id));
    return simulation(store.find(id).orElseThrow(), who);
  }

  UUID begin(String line, Caller who) {
    int revision =
        models
            .draft(line.strip())
            .orElseThrow(() -> new Problem(ScoringProblem.SCORING_NO_DRAFT))
            .getRevision();
    return store
        .begin(line.strip(), revision, clock.instant(), who.name())
        .orElseThrow(() -> new Problem(ScoringProblem.SCORING_SIMULATION_RUNS));
  }

  public Optional<Simulation> latest(String line, Caller reader) {
    return store.latest(line.strip()).map(row -> simulation(row, reader));
  }

  /** One that has ended stays as it is. */
  public void cancel(UUID id) {
    if (store.find(id).isEmpty()) {
      throw new Problem(ScoringProblem.SCORING_NO_SIMULATION);
    }
    store.end(id, "cancelled");
  }

  private Simulation simulation(SimulationRow row, Caller reader) {
    return new Simulation(
        row.getId(),
        row.getBusinessLine(),
        row.getRevision(),
        SimulationStore.lost(row, clock.instant()) ? "failed" : row.getState(),
        row.getLooked(),
        row.getTotal(),
        row.getLeads(),
        row.getStartedAt(),
        row.getStartedBy(),
        row.getResult() == null
            ? null
            : outcome(json.readValue(row.getResult().data(), Counted.class), reader));
  }

  private Outcome outcome(Counted counted, Caller reader) {
    List<UUID> ids =
        Stream.concat(counted.grades().stream(), counted.routes().stream())
            .flatMap(way -> way.examples().stream())
            .distinct()
            .toList();
    Map<UUID, LeadRow> examples = leads.byId(ids, reader);
    return new Outcome(
        changed(counted.grades()),
        changed(counted.routes()),
        shifts(counted.grades(), examples),
        shifts(counted.routes(), examples));
  }

  private static int changed(List<Way> ways) {
    return ways.stream().filter(way -> !way.from().equals(way.to())).mapToInt(Way::leads).sum();
  }

  private static List<Shift> shifts(List<Way> ways, Map<UUID, LeadRow> examples) {
    return ways.stream()
        .sorted(Comparator.comparing(Way::from).thenComparing(Way::to))
        .map(way ->
            new Shift(
                way.from(),
                way.to(),
                way.leads(),
                way.examples().stream().map(examples::get).filter(Objects::nonNull).toList()))
        .toList();
  }
}
