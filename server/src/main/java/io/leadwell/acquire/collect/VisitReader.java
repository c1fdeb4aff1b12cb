package io.leadwell.acquire.collect;

import io.leadwell.base.platform.Interruptions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the log and folds it into visits. Its position moves in the transaction of the visits, so
 * that one who dies in the middle is gone on from by the next, and of several only one reads.
 */
@Component
class VisitReader implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(VisitReader.class);

  static final String NAME = "visits";
  private static final int AT_ONCE = 1_000;
  private static final long LOOK_EVERY_MS = 1_000;
  private static final long LOOK_AGAIN_MS = 10;

  /** Ends before the commits of hits do, whose threads wake it. */
  private static final int PHASE = 1;

  private final EventLog log;
  private final Folding folding;
  private final TransactionTemplate transaction;
  private final Semaphore wakes = new Semaphore(0);
  private volatile long position;
  private volatile boolean running;
  private @Nullable Thread thread;

  VisitReader(EventLog log, Folding folding, TransactionTemplate transaction, GroupCommit commits) {
    this.log = log;
    this.folding = folding;
    this.transaction = transaction;
    commits.afterCommit(wakes::release);
  }

  /** Waits until everything that is in the log now is folded; false when that takes too long. */
  boolean await(Duration atMost) {
    long end = log.end();
    long until = System.nanoTime() + atMost.toNanos();
    wakes.release();
    // Asked of the database, as it may be another process that reads.
    while (log.position(NAME) < end) {
      if (System.nanoTime() - until > 0) {
        return false;
      }
      try {
        Thread.sleep(LOOK_AGAIN_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Folds the next hits of the log; false when there are none or somebody else is reading. */
  boolean step() {
    return fold(AT_ONCE);
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("visits").start(this::work);
  }

  @Override
  public void stop() {
    running = false;
    wakes.release();
    Thread working = thread;
    if (working != null) {
      try {
        working.join(10_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  private void work() {
    while (running) {
      try {
        boolean woken = wakes.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        wakes.drainPermits();
        // As long as nothing comes, this one look is all that the database is asked.
        boolean more = woken || log.end() != position;
        while (running && more) {
          more = step();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        stumble(e);
      }
    }
  }

  private boolean fold(int atMost) {
    long[] reached = {position};
    boolean more =
        Boolean.TRUE.equals(
            transaction.execute(_ -> {
              OptionalLong from = log.take(NAME);
              if (from.isEmpty()) {
                return false;
              }
              // Asked before reading: what has a position up to here is there to be read.
              long end = log.end();
              List<Logged> hits = log.read(from.getAsLong(), atMost);
              folding.fold(hits.stream().map(Logged::hit).toList());
              boolean full = hits.size() == atMost;
              long last = hits.isEmpty() ? end : hits.getLast().position();
              reached[0] = full ? last : Math.max(end, last);
              log.commit(NAME, reached[0]);
              return full;
            }));
    position = reached[0];
    return more;
  }

  /**
   * What only passes is tried again. A hit that cannot be folded is found by folding one by one,
   * and passed over: it stays in the log, and those behind it are not held up.
   */
  private void stumble(RuntimeException failure) {
    if (Interruptions.passing(failure)) {
      LOG.warn("Visits wait for the database: {}", failure.toString());
      return;
    }
    LOG.error("Hits could not be folded into visits", failure);
    try {
      for (int i = 0; i < AT_ONCE && fold(1); i++) {
        Thread.onSpinWait();
      }
    } catch (RuntimeException e) {
      if (!Interruptions.passing(e)) {
        passOver(e);
      }
    }
  }

  private void passOver(RuntimeException failure) {
    try {
      transaction.executeWithoutResult(_ ->
          log.take(NAME)
              .ifPresent(from ->
                  log.read(from, 1).stream()
                      .findFirst()
                      .ifPresent(logged -> {
                        LOG.error("Hit {} is passed over", logged.hit().id(), failure);
                        log.commit(NAME, logged.position());
                      })));
    } catch (RuntimeException e) {
      LOG.warn("Visits wait for the database: {}", e.toString());
    }
  }
}
