package io.leadwell.collaborate.tasks;

import io.leadwell.pool.leads.LeadChecked;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whoever works with a customer or an opportunity is told when one of them comes in again. */
@Component
class OwnerTasks {

  private static final Duration WITHIN = Duration.ofDays(1);

  private final TaskStore store;
  private final Clock clock;

  OwnerTasks(TaskStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void checked(LeadChecked lead) {
    if (lead.ownerId() != null) {
      store.tell(lead, clock.instant(), clock.instant().plus(WITHIN));
    }
  }
}
