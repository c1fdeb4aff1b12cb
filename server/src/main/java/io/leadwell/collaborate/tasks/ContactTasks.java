package io.leadwell.collaborate.tasks;

import io.leadwell.pool.leads.SiteTalk;
import io.leadwell.pool.leads.SiteTalkFollowUp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whoever was talked to on site is to be called by the one who talked. */
@Component
class ContactTasks implements SiteTalkFollowUp {

  private final TaskStore store;
  private final Clock clock;

  ContactTasks(TaskStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void told(List<SiteTalk> talks) {
    talks.forEach(talk -> store.add(talk, clock.instant()));
  }

  @Override
  public FollowedUp of(UUID importId) {
    return new FollowedUp(store.ofImport(importId, true), store.ofImport(importId, false));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public FollowedUp takeBack(UUID importId) {
    return new FollowedUp(store.remove(importId), store.ofImport(importId, false));
  }
}
