package io.leadwell.acquire.capture;

import io.leadwell.acquire.capture.Origins.Came;
import io.leadwell.acquire.collect.Visits;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.consent.Consents;
import io.leadwell.pool.leads.Arrivals;
import io.leadwell.pool.leads.Arrivals.Arrived;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps submissions and brings who left them into the pool, both or neither. */
@Component
class Keeping {

  private final SubmissionStore store;
  private final Arrivals arrivals;
  private final Visits visits;
  private final Consents consents;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Keeping(
      SubmissionStore store,
      Arrivals arrivals,
      Visits visits,
      Consents consents,
      Audit audit,
      ApplicationEventPublisher events) {
    this.store = store;
    this.arrivals = arrivals;
    this.visits = visits;
    this.consents = consents;
    this.audit = audit;
    this.events = events;
  }

  /** A submission on its way in. */
  record Left(Submission submission, @Nullable UUID token, FormStore.Live form, Came came) {}

  /** As {@link #keep(List)}, of one. */
  @Transactional
  public Submission keep(Left left) {
    return keep(List.of(left)).getFirst();
  }

  /**
   * Keeps what was left, all or nothing; whoever comes second with the same token waits for the
   * first and gets what became of it.
   */
  @Transactional
  public List<Submission> keep(List<Left> all) {
    Set<UUID> fresh = store.insert(all);
    List<Left> taken =
        all.stream()
            .filter(left -> fresh.contains(left.submission().id()))
            .filter(left -> left.submission().status().equals(Submission.TAKEN))
            .toList();
    Map<UUID, Submission> kept = new HashMap<>();
    all.stream()
        .map(Left::submission)
        .filter(left -> fresh.contains(left.id()))
        .forEach(left -> kept.put(left.id(), left));
    kept.putAll(bring(taken));
    return all.stream()
        .map(left -> {
          Submission mine = kept.get(left.submission().id());
          return mine == null
              ? store.byToken(Objects.requireNonNull(left.token())).orElseThrow()
              : mine;
        })
        .toList();
  }

  /** What was held is taken after all, as of the moment it was left. */
  @Transactional
  public boolean release(Submission held, FormStore.Live form, Came came, Caller who, Instant at) {
    if (!store.decide(held.id(), Submission.TAKEN, who.name(), at)) {
      return false;
    }
    bring(List.of(new Left(held, null, form, came)));
    audit.record(
        who, "submission.release", "submission", held.id().toString(), form.name(), Map.of());
    return true;
  }

  /** The submissions with who left them, by their ids. */
  private Map<UUID, Submission> bring(List<Left> taken) {
    if (taken.isEmpty()) {
      return Map.of();
    }
    List<Arrived> arrived =
        arrivals.bring(
            taken.stream()
                .map(left -> Bringing.of(left.submission(), left.form(), left.came()))
                .toList());
    Map<UUID, Arrived> who = new LinkedHashMap<>();
    for (int i = 0; i < taken.size(); i++) {
      who.put(taken.get(i).submission().id(), arrived.get(i));
    }
    store.brought(who);
    consents.told(
        taken.stream()
            .flatMap(left ->
                Agreement.of(
                    left.submission(),
                    left.form(),
                    Objects.requireNonNull(who.get(left.submission().id())).personId())
                    .stream())
            .toList());
    // In the order of ids: whoever folds hits into visits holds the visitors in that order.
    taken.stream()
        .map(Left::submission)
        .filter(left -> left.visitor() != null)
        .sorted(Comparator.comparing(left -> Objects.requireNonNull(left.visitor())))
        .forEach(left -> join(left, Objects.requireNonNull(who.get(left.id()))));
    Map<UUID, Submission> brought = new HashMap<>();
    for (int i = 0; i < taken.size(); i++) {
      Submission left = taken.get(i).submission();
      brought.put(left.id(), left.by(arrived.get(i)));
      tell(taken.get(i), arrived.get(i));
    }
    return brought;
  }

  private void join(Submission left, Arrived arrived) {
    visits.join(Objects.requireNonNull(left.visitor()), arrived.personId(), left.at());
  }

  private void tell(Left taken, Arrived arrived) {
    Submission left = taken.submission();
    events.publishEvent(
        new FormSubmitted(
            taken.form().id(),
            left.id(),
            arrived.personId(),
            arrived.leadId(),
            arrived.newLead(),
            left.context()));
  }
}
