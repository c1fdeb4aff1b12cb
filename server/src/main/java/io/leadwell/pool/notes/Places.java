package io.leadwell.pool.notes;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.ProblemCode;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Subjects;
import io.leadwell.pool.leads.TimelineSubject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a reader may look for notes, and where one that is kept stands by now. */
@Component
class Places {

  private final Subjects subjects;

  Places(Subjects subjects) {
    this.subjects = subjects;
  }

  /** At a lead; notes of the person's other leads stand there as well. */
  Place lead(UUID lead, Caller who) {
    TimelineSubject person = subjects.person(lead, who);
    UUID now = person.lead(lead);
    return new Place(now == null ? lead : now, null, person);
  }

  /** At a company; notes at its leads stand there with their leads. */
  Place company(UUID company, Caller who) {
    TimelineSubject at = subjects.company(company, who);
    return new Place(null, company, at);
  }

  /** Refuses what is kept at a lead or company that the reader may not see. */
  void mustSee(@Nullable UUID lead, @Nullable UUID company, Caller who, ProblemCode otherwise) {
    try {
      if (lead != null) {
        subjects.lead(lead, who);
      } else if (company != null) {
        subjects.company(company, who);
      }
    } catch (Problem e) {
      // Whether it exists is not told either.
      throw new Problem(otherwise);
    }
  }
}
