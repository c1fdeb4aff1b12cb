package io.leadwell.postgres;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a postmaster that dies again, for as long as the server lives, and rotates its log. */
final class Supervisor {

  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration ROUND = Duration.ofMinutes(1);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;

  private final Postmaster postmaster;
  private final Runnable clearing;
  private final Thread thread;
  private volatile boolean ended;

  /** {@code clearing} removes what the dead process left behind. */
  Supervisor(Postmaster postmaster, Runnable clearing) {
    this.postmaster = postmaster;
    this.clearing = clearing;
    this.thread = Thread.ofPlatform().daemon().name("postgres-supervisor").unstarted(this::watch);
  }

  void begin() {
    thread.start();
  }

  void end() {
    ended = true;
    thread.interrupt();
  }

  private void watch() {
    long pause = FIRST_PAUSE_MILLIS;
    while (!ended) {
      try {
        if (!postmaster.hasEnded(ROUND)) {
          pause = FIRST_PAUSE_MILLIS;
          postmaster.rotateLog();
          continue;
        }
        if (ended) {
          return;
        }
        LOG.warn("The database process ended unexpectedly; starting it again.");
        Thread.sleep(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        clearing.run();
        if (postmaster.start()) {
          LOG.info("The database is running again.");
        } else {
          LOG.error("The database's port {} is taken by another program.", postmaster.port());
        }
      } catch (InterruptedException e) {
        return;
      } catch (ClusterException e) {
        if (!ended) {
          LOG.error("The database could not be started again: {}", e.getMessage());
        }
      } catch (UncheckedIOException e) {
        LOG.warn("The log of the database could not be rotated: {}", e.getMessage());
      }
    }
  }
}
