package io.leadwell.acquire.capture;

import io.leadwell.acquire.capture.FormDesign.Assigned;
import io.leadwell.acquire.capture.Origins.Came;
import io.leadwell.acquire.capture.SubmissionStore.Call;
import io.leadwell.acquire.capture.SubmissionStore.Called;
import io.leadwell.pool.consent.Consents;
import io.leadwell.pool.leads.Arrivals;
import io.leadwell.pool.leads.Arrivals.Arrived;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a call of the API and brings its lead, both or neither, once for each name of a call. */
@Component
class CallKeeping {

  private final SubmissionStore store;
  private final Arrivals arrivals;
  private final Consents consents;

  CallKeeping(SubmissionStore store, Arrivals arrivals, Consents consents) {
    this.store = store;
    this.arrivals = arrivals;
    this.consents = consents;
  }

  /** Whoever comes second with the same name waits for the first and gets what became of it. */
  @Transactional
  public Called keep(Submission left, Call call, Came came, Assigned assigned, String caller) {
    if (store.insert(left, call)) {
      Arrived arrived = arrivals.bring(Bringing.ofCall(left, call, came, assigned, caller));
      store.brought(Map.of(left.id(), arrived));
      consents.told(
          Agreement.ofCall(left, call.consent(), arrived.personId(), caller).stream().toList());
    }
    return store.byCall(call.keyId(), call.key()).orElseThrow();
  }
}
