package io.leadwell.acquire.collect;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.pool.leads.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What visitors did, visit by visit, and whose visits they are. */
@Service
public class Visits {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final VisitStore store;
  private final VisitReader reader;
  private final People people;

  Visits(VisitStore store, VisitReader reader, People people) {
    this.store = store;
    this.reader = reader;
    this.people = people;
  }

  /**
   * Where a visitor came from, hits of this very moment included. Not for use within a transaction:
   * it waits for the folding, which may wait for what the transaction holds.
   */
  public VisitorOrigin originOf(UUID visitor) {
    reader.await(PATIENCE);
    return new VisitorOrigin(
        store.firstFromSomewhere(visitor).orElse(null), store.last(visitor).orElse(null));
  }

  /**
   * The visitor has said who they are. What the browser did before, if it was nobody's, is theirs,
   * and so is what it does from now on. Where another person used the same browser before, that
   * one's visits stay theirs: a browser never merges people. The pool is told of all of it soon.
   */
  @Transactional
  public void join(UUID visitor, UUID person, Instant at) {
    store.join(visitor, person, at);
    store.give(visitor, person);
  }

  /** The visits of a person, oldest first. */
  @Transactional(readOnly = true)
  public List<Visit> of(UUID person) {
    return store.ofPerson(people.everyone(person));
  }

  /** Newest first; of one site where its key is given. */
  @Transactional(readOnly = true)
  public Page<Visit> list(@Nullable String site, @Nullable String cursor, int limit) {
    return store.list(site, cursor, limit);
  }

  @Transactional(readOnly = true)
  public VisitDetail find(UUID id) {
    return store.detail(id).orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND));
  }
}
