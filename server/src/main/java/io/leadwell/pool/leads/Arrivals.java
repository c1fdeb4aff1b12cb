package io.leadwell.pool.leads;

import io.leadwell.pool.leads.Intake.Brought;
import io.leadwell.pool.leads.Intake.Outcome;
import io.leadwell.pool.leads.Observation.Cycle;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door for everybody who comes in by themselves: forms, WeCom, other systems. */
@Service
public class Arrivals {

  /**
   * Who arrived.
   *
   * @param leadId null for a person without an open lead
   * @param repeated the same arrival had come before and nothing happened now
   */
  public record Arrived(
      UUID personId, @Nullable UUID leadId, boolean newPerson, boolean newLead, boolean repeated) {}

  private final Intake intake;
  private final TypedValues typed;
  private final IntakeTurns turns;

  Arrivals(Intake intake, TypedValues typed, IntakeTurns turns) {
    this.intake = intake;
    this.typed = typed;
    this.turns = turns;
  }

  /** Durable once this returns and the caller's transaction commits. */
  public Arrived bring(Arrival arrival) {
    return bring(List.of(arrival)).getFirst();
  }

  /** As {@link #bring(Arrival)}, of some who come at once: they cost little more than one. */
  public List<Arrived> bring(List<Arrival> arrivals) {
    return turns.take(() ->
        intake.bring(arrivals.stream().map(this::seen).toList()).stream()
            .map(Arrivals::arrived)
            .toList());
  }

  private Observation seen(Arrival arrival) {
    return new Observation(
        arrival.source(),
        arrival.key(),
        arrival.at(),
        null,
        null,
        arrival.actorId(),
        arrival.raw(),
        typed.fitting(arrival.facts()),
        List.of(),
        arrival.tags(),
        arrival.touch(),
        arrival.identities(),
        arrival.lead() ? Cycle.CALLED : Cycle.NONE);
  }

  private static Arrived arrived(Brought brought) {
    return new Arrived(
        brought.personId(),
        brought.leadId(),
        brought.newPerson(),
        brought.newLead(),
        brought.outcome() == Outcome.SAME);
  }
}
