package io.leadwell.acquire.capture;

import io.leadwell.acquire.capture.Origins.Came;
import io.leadwell.acquire.collect.Visits;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrivals;
import io.leadwell.pool.leads.Arrivals.Arrived;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps submissions and brings who left them into the pool, both or neither. */
@Component
class Keeping {

  private final SubmissionStore store;
  private final Arrivals arrivals;
  private final Visits visits;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Keeping(
      SubmissionStore store,
      Arrivals arrivals,
      Visits visits,
      Audit audit,
      ApplicationEventPublisher events) {
    this.store = store;
    this.arrivals = arrivals;
    this.visits = visits;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Keeps what was left; whoever comes second with the same token waits for the first and gets what
   * became of it.
   */
  @Transactional
  public Submission keep(Submission left, UUID token, FormStore.Live form, Came came) {
    if (!store.insert(left, token, null)) {
      return store.byToken(token).orElseThrow();
    }
    if (left.status().equals(Submission.TAKEN)) {
      bring(left, form, came);
    }
    return store.find(left.id()).orElseThrow();
  }

  /** What was held is taken after all, as of the moment it was left. */
  @Transactional
  public boolean release(Submission held, FormStore.Live form, Came came, Caller who, Instant at) {
    if (!store.decide(held.id(), Submission.TAKEN, who.name(), at)) {
      return false;
    }
    bring(held, form, came);
    audit.record(
        who, "submission.release", "submission", held.id().toString(), form.name(), Map.of());
    return true;
  }

  private void bring(Submission left, FormStore.Live form, Came came) {
    Arrived arrived = arrivals.bring(Bringing.of(left, form, came));
    store.brought(left.id(), arrived.personId(), arrived.leadId(), arrived.newLead());
    if (left.visitor() != null) {
      visits.join(left.visitor(), arrived.personId(), left.at());
    }
    events.publishEvent(
        new FormSubmitted(
            form.id(),
            left.id(),
            arrived.personId(),
            arrived.leadId(),
            arrived.newLead(),
            left.context()));
  }
}
