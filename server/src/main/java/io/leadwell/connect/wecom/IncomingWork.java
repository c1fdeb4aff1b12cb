package io.leadwell.connect.wecom;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what was called back: at once when something came, and every second whatever waits for
 * another try or was left by a process that died.
 *
 * <p>The effects of one event and its end are one transaction, so each is taken in once however
 * often it is tried. What Tencent does not answer now is asked for again, ever more slowly, for
 * more than a day.
 */
@Component
class IncomingWork {

  private static final Logger LOG = LoggerFactory.getLogger(IncomingWork.class);
  private static final long LOOK_EVERY_MS = 1_000;
  private static final int AT_ONCE = 4;
  private static final int BATCH = 4;
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration LIMIT_PAUSE = Duration.ofSeconds(30);
  private static final int MOST_CALLS = 40;
  private static final int MOST_FAILURES = 10;
  private static final Duration KEPT = Duration.ofDays(90);

  private final IncomingStore store;
  private final IncomingEvents events;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicInteger running = new AtomicInteger();
  private final Chore forgetting = new Chore("Forgetting callbacks", this::forget);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("wecom-", 1).factory());

  IncomingWork(
      IncomingStore store, IncomingEvents events, TransactionTemplate transaction, Clock clock) {
    this.store = store;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Something is there to be taken in. */
  void nudge() {
    if (running.incrementAndGet() > AT_ONCE) {
      running.decrementAndGet();
      return;
    }
    try {
      threads.execute(() -> {
        try {
          while (step() > 0 && !Thread.currentThread().isInterrupted()) {
            // as long as there is something
          }
        } catch (RuntimeException e) {
          LOG.warn(
              "The database does not answer; events are taken in when it does: {}", e.toString());
        } finally {
          running.decrementAndGet();
        }
      });
    } catch (RejectedExecutionException e) {
      // The server is stopping; the next one goes on.
      running.decrementAndGet();
    }
  }

  @Scheduled(fixedDelay = LOOK_EVERY_MS)
  void look() {
    nudge();
  }

  @Scheduled(fixedDelay = 6 * 3_600_000L, initialDelay = 600_000)
  void forgetAgain() {
    forgetting.begin();
  }

  private void forget() {
    int gone = store.forget(clock.instant().minus(KEPT));
    if (gone > 0) {
      LOG.info("Forgot {} callbacks of more than {} days ago", gone, KEPT.toDays());
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  /** Takes in a few that are due; returns how many there were. */
  int step() {
    List<Incoming> due = store.claim(BATCH, clock.instant(), LEASE);
    due.forEach(this::take);
    return due.size();
  }

  private void take(Incoming incoming) {
    try {
      Runnable effects = events.understand(incoming).orElse(null);
      transaction.executeWithoutResult(status -> {
        if (effects != null) {
          effects.run();
        }
        String end = effects == null ? IncomingStore.UNKNOWN : IncomingStore.DONE;
        if (!store.end(incoming.id(), end, clock.instant())) {
          // Another has taken it in meanwhile.
          status.setRollbackOnly();
        }
      });
    } catch (TencentFailure failure) {
      boolean limit = failure.trouble() == WecomProblem.TENCENT_LIMIT;
      again(incoming, Trouble.of(failure), MOST_CALLS, limit ? LIMIT_PAUSE : FIRST_PAUSE);
    } catch (RuntimeException e) {
      LOG.error("The event {} {} could not be taken in", incoming.event(), incoming.id(), e);
      again(incoming, Trouble.unexpected(e), MOST_FAILURES, FIRST_PAUSE);
    }
  }

  private void again(Incoming incoming, Trouble trouble, int most, Duration first) {
    Instant now = clock.instant();
    if (incoming.attempts() >= most) {
      store.fail(incoming.id(), now, trouble);
      return;
    }
    store.later(incoming.id(), now.plus(pause(incoming.attempts(), first)), trouble);
  }

  /** Doubled with each attempt, and never the same for two, so that they don't come in step. */
  static Duration pause(int attempts, Duration first) {
    long doubled = first.toMillis() << Math.min(Math.max(attempts - 1, 0), 20);
    long longest = Math.min(doubled, LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
  }
}
