package io.leadwell.pool.imports;

import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes uploaded files that nothing needs any more. An undo and the error file live on what is in
 * the database; only an import that may still go on needs its file, and keeps it.
 */
@Component
class ImportSweep {

  /** An upload that a killed server left behind: no import will ever name it. */
  static final Duration LEFT_BEHIND = Duration.ofDays(1);

  /** An import that nobody brought in: it goes with its file. */
  static final Duration IDLE = Duration.ofDays(30);

  /** The file of an import that is in, or was taken back; the import itself stays. */
  static final Duration FINISHED = Duration.ofDays(30);

  private static final Logger LOG = LoggerFactory.getLogger(ImportSweep.class);
  private static final long EVERY_MS = 6 * 3_600_000;
  private static final long AFTER_START_MS = 600_000;

  private final ImportFiles files;
  private final ImportStore store;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ImportSweep(
      ImportFiles files,
      ImportStore store,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.files = files;
    this.store = store;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = EVERY_MS, initialDelay = AFTER_START_MS)
  void sweep() {
    try {
      Instant now = clock.instant();
      store.idle(now.minus(IDLE)).forEach(id -> giveUp(id, now.minus(IDLE)));
      files.all().forEach((id, file) -> removeUnneeded(id, file, now));
      for (Path file : files.halfReceived()) {
        removeIfOlder(file, now.minus(LEFT_BEHIND));
      }
    } catch (IOException | RuntimeException e) {
      // The next round comes in some hours; a dead one would be the last.
      LOG.warn("Old files of imports could not be removed: {}", e.toString());
    }
  }

  private void giveUp(UUID id, Instant before) {
    transaction.executeWithoutResult(_ ->
        store
            .locked(id)
            .filter(batch -> !batch.status().working() && !batch.canUndo())
            .filter(_ -> store.rests(id, before))
            .ifPresent(batch -> {
              store.delete(id);
              audit.record(
                  Caller.system(),
                  "import.expired",
                  "import",
                  id.toString(),
                  batch.fileName(),
                  Map.of("days", IDLE.toDays()));
              files.deleteAfterCommit(id);
            }));
  }

  private void removeUnneeded(UUID id, Path file, Instant now) {
    // Under the row's lock: nobody turns the import to something that reads the file meanwhile.
    transaction.executeWithoutResult(_ -> {
      try {
        var batch = store.locked(id);
        if (batch.isEmpty()) {
          removeIfOlder(file, now.minus(LEFT_BEHIND));
        } else if (batch.get().status().isOver()
            && (store.fileToGo(id) || store.rests(id, now.minus(FINISHED)))) {
          files.delete(id);
          LOG.info("Removed the file of import {} ({})", id, batch.get().status());
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  private static void removeIfOlder(Path file, Instant than) throws IOException {
    try {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(than)) {
        Files.deleteIfExists(file);
        LOG.info("Removed {}, which no import names", file.getFileName());
      }
    } catch (NoSuchFileException e) {
      // It went by itself.
    }
  }
}
