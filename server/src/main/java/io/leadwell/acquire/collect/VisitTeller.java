package io.leadwell.acquire.collect;

import io.leadwell.acquire.campaigns.Sources;
import io.leadwell.base.platform.Interruptions;
import io.leadwell.pool.leads.NewTouch;
import io.leadwell.pool.leads.Touches;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the pool what known people did: a touch for each visit, each content read in it and each
 * action that means something to marketing. It stands apart from the folding, as the pool may be
 * busy with an import for a while, and what is not told yet waits in the table.
 */
@Component
class VisitTeller {

  private static final Logger LOG = LoggerFactory.getLogger(VisitTeller.class);
  private static final long LOOK_EVERY_MS = 1_000;
  private static final int AT_ONCE = 100;

  private final TellStore store;
  private final Sources sources;
  private final Touches pool;
  private final TransactionTemplate transaction;
  private final TransactionTemplate attempt;

  VisitTeller(
      TellStore store, Sources sources, Touches pool, PlatformTransactionManager transactions) {
    this.store = store;
    this.sources = sources;
    this.pool = pool;
    this.transaction = new TransactionTemplate(transactions);
    this.attempt = new TransactionTemplate(transactions);
    attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  @Scheduled(fixedDelay = LOOK_EVERY_MS)
  void tellAll() {
    try {
      while (tell(AT_ONCE)) {
        Thread.onSpinWait();
      }
    } catch (RuntimeException e) {
      stumble(e);
    }
  }

  /** False when there was nothing to tell. */
  boolean tell(int atMost) {
    if (!store.isWaiting()) {
      return false;
    }
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          TellStore.Untold untold = store.take(atMost);
          pool.put(touches(untold));
          store.told(untold);
          return !untold.isEmpty();
        }));
  }

  private List<NewTouch> touches(TellStore.Untold untold) {
    List<NewTouch> all = new ArrayList<>();
    untold.visits().forEach(visit -> all.addAll(VisitTouches.of(visit)));
    untold.actions().forEach(action -> all.addAll(VisitTouches.of(action, sources)));
    return all;
  }

  /** One that the pool does not take, such as of a person that is gone, does not hold up others. */
  private void stumble(RuntimeException failure) {
    if (Interruptions.passing(failure)) {
      LOG.warn("The pool is told of visits later: {}", failure.toString());
      return;
    }
    LOG.error("The pool could not be told of visits; one by one now", failure);
    try {
      for (int i = 0; i < AT_ONCE && tellOne(); i++) {
        Thread.onSpinWait();
      }
    } catch (RuntimeException e) {
      LOG.warn("The pool is told of visits later: {}", e.toString());
    }
  }

  /**
   * Of what is taken here nobody else tells meanwhile, so what is passed over is the very one that
   * the pool did not take. False when there was nothing to tell.
   */
  private boolean tellOne() {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          TellStore.Untold untold = store.take(1);
          try {
            attempt.executeWithoutResult(_ -> pool.put(touches(untold)));
          } catch (RuntimeException e) {
            if (Interruptions.passing(e)) {
              throw e;
            }
            LOG.error("The pool does not take {}", untold, e);
          }
          store.told(untold);
          return !untold.isEmpty();
        }));
  }
}
