package io.leadwell.collaborate.tasks;

import io.leadwell.base.calendar.Calendars;
import io.leadwell.kernel.calendar.WorkingCalendar;
import io.leadwell.pool.leads.LeadChecked;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whoever works with a customer or an opportunity is told when one of them comes in again. */
@Component
class OwnerTasks {

  private final TaskStore store;
  private final Calendars calendars;
  private final Clock clock;

  OwnerTasks(TaskStore store, Calendars calendars, Clock clock) {
    this.store = store;
    this.calendars = calendars;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void checked(LeadChecked lead) {
    if (lead.ownerId() != null) {
      Instant now = clock.instant();
      WorkingCalendar calendar = calendars.current();
      // A working day: who comes in on the eve of a holiday waits until it is over.
      store.tell(lead, now, calendar.plus(now, calendar.dayLength()));
    }
  }
}
