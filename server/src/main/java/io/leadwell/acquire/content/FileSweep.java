package io.leadwell.acquire.content;

import io.leadwell.base.platform.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes files that were uploaded and that no item shows, a while after they came. */
@Component
class FileSweep {

  static final String LOCK = "content.files";

  /** Somebody may still be writing the text that a picture is for. */
  static final Duration UNUSED = Duration.ofDays(30);

  static final Duration LEFT_BEHIND = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
  private static final long EVERY_MS = 6 * 3_600_000;
  private static final long AFTER_START_MS = 660_000;

  private final FileRows rows;
  private final FileFolder folder;
  private final Database database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FileSweep(
      FileRows rows,
      FileFolder folder,
      Database database,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.folder = folder;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = EVERY_MS, initialDelay = AFTER_START_MS)
  void sweep() {
    try {
      Instant now = clock.instant();
      transaction.executeWithoutResult(_ -> removeUnused(now.minus(UNUSED)));
      for (Path file : folder.leftBehind(now.minus(LEFT_BEHIND))) {
        folder.delete(file);
      }
    } catch (IOException | RuntimeException e) {
      // The next round comes in some hours; a dead one would be the last.
      LOG.warn("Unused files of content could not be removed: {}", e.toString());
    }
  }

  private void removeUnused(Instant before) {
    database.lock(LOCK);
    for (String file : rows.forgetUnused(before)) {
      try {
        folder.forget(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      LOG.info("Removed file {}, which no content shows", file);
    }
  }
}
