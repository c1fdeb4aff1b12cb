package io.leadwell.pool.imports;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps imports moving: at once when somebody asked, and whatever lies idle since a process or the
 * database died within about a second.
 */
@Component
class ImportWork {

  private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
  private static final int AT_ONCE = 2;
  private static final long LOOK_EVERY_MS = 1_000;

  private final ImportWorker worker;
  private final ImportStore store;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("import-", 1).factory());
  private final Set<UUID> mine = ConcurrentHashMap.newKeySet();

  ImportWork(ImportWorker worker, ImportStore store) {
    this.worker = worker;
    this.store = store;
  }

  /** Begins when the current transaction is committed, or now if there is none. */
  void start(UUID id) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      submit(id);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            submit(id);
          }
        });
  }

  @Scheduled(fixedDelay = LOOK_EVERY_MS)
  void pickUp() {
    try {
      store.working().forEach(this::submit);
    } catch (RuntimeException e) {
      // Whatever it is, the next look comes in a second; a dead poller would be the end of it.
      LOG.warn("The database does not answer; imports go on when it does: {}", e.toString());
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
