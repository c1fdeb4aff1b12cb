package io.leadwell.acquire.capture;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a browser told in forms before, so that a person is not asked the same twice. */
@Component
class Remembered {

  private static final Duration AGE = Duration.ofDays(365);
  private static final int LOOKED_AT = 20;

  private final SubmissionStore store;
  private final Clock clock;

  Remembered(SubmissionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Nothing on a device that many people use, and nothing where no field asks for it. */
  Known of(FormStore.Live form, FormVisit visit) {
    boolean asks = form.design().fields().stream().anyMatch(FormField::progressive);
    if (!asks || visit.visitor() == null || form.design().assigned().kiosk()) {
      return Known.NOTHING;
    }
    Map<String, String> facts = new HashMap<>();
    Map<String, List<String>> answers = new HashMap<>();
    List<Submission> before =
        store.ofVisitor(visit.visitor(), clock.instant().minus(AGE), LOOKED_AT);
    for (Submission one : before) {
      if (!Objects.equals(one.personId(), before.getFirst().personId())) {
        // Somebody else used the same browser: their answers are not this one's.
        continue;
      }
      one.facts().forEach(facts::putIfAbsent);
      if (form.id().equals(one.formId())) {
        one.answers().forEach(answers::putIfAbsent);
      }
    }
    return new Known(facts, answers);
  }
}
