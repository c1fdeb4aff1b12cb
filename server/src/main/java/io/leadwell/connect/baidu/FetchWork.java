package io.leadwell.connect.baidu;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps fetches moving: what somebody asked for, what is due today, what a dead process left. */
@Component
class FetchWork {

  private static final Logger LOG = LoggerFactory.getLogger(FetchWork.class);
  private static final long LOOK_EVERY_MS = 2_000;
  private static final long PLAN_EVERY_MS = 60_000;

  private final FetchWorker worker;
  private final FetchStore store;
  private final Fetches fetches;
  private final Clock clock;
  private final boolean daily;
  private final ExecutorService threads =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("baidu-", 1).factory());
  private final Set<UUID> mine = ConcurrentHashMap.newKeySet();

  FetchWork(
      FetchWorker worker,
      FetchStore store,
      Fetches fetches,
      Clock clock,
      @Value("${leadwell.baidu.daily}") boolean daily) {
    this.daily = daily;
    this.worker = worker;
    this.store = store;
    this.fetches = fetches;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = LOOK_EVERY_MS)
  void pickUp() {
    try {
      store.due(clock.instant()).forEach(this::submit);
    } catch (RuntimeException e) {
      LOG.warn("The database does not answer; fetches go on when it does: {}", e.toString());
    }
  }

  @Scheduled(fixedDelay = PLAN_EVERY_MS, initialDelay = PLAN_EVERY_MS / 2)
  void plan() {
    if (!daily) {
      return;
    }
    try {
      fetches.planDaily();
    } catch (RuntimeException e) {
      LOG.warn("Daily fetches are planned a minute later: {}", e.toString());
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  private void submit(UUID id) {
    if (!mine.add(id)) {
      return;
    }
    try {
      threads.execute(() -> {
        try {
          worker.run(id);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
          LOG.error("Fetch {} stopped and is taken up again in some minutes", id, e);
        } finally {
          mine.remove(id);
        }
      });
    } catch (RejectedExecutionException e) {
      // The server is stopping; the next one goes on.
      mine.remove(id);
    }
  }
}
