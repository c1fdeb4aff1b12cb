package io.leadwell.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of a cluster: started until it is ready, stopped until it is gone. */
final class Postmaster {

  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

  /** After a kill its last processes may hold the shared memory for a moment longer. */
  private static final Duration IN_USE_PATIENCE = Duration.ofSeconds(60);

  /** Recovery replays up to max_wal_size; cutting it short would only begin it again. */
  private static final Duration RECOVERY_PATIENCE = Duration.ofMinutes(30);

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

  private final Path programs;
  private final Path cluster;
  private final Unprivileged unprivileged;
  private final ClusterLog log;
  private final PidFile pidFile;
  private volatile int port;
  private volatile boolean stopping;
  private volatile @Nullable Process process;

  Postmaster(
      Path programs,
      Path cluster,
      Unprivileged unprivileged,
      ClusterLog log,
      PidFile pidFile,
      int port) {
    this.programs = programs;
    this.cluster = cluster;
    this.unprivileged = unprivileged;
    this.log = log;
    this.pidFile = pidFile;
    this.port = port;
  }

  int port() {
    return port;
  }

  void usePort(int other) {
    port = other;
  }

  long pid() {
    Process running = process;
    return running == null ? -1 : running.pid();
  }

  /** Waits so long for its end; true when it has ended. */
  boolean hasEnded(Duration patience) throws InterruptedException {
    Process running = process;
    return running == null || running.waitFor(patience);
  }

  void rotateLog() {
    log.rotateWhenLarge();
  }

  /**
   * Starts the process and returns when it accepts connections; false when its port was taken.
   *
   * @throws ClusterException when it can't start, or is to stop meanwhile
   */
  synchronized boolean start() {
    long deadline = System.nanoTime() + IN_USE_PATIENCE.toNanos();
    while (true) {
      long mark = log.mark();
      Process starting = spawn();
      process = starting;
      if (becomesReady(starting)) {
        return true;
      }
      String said = log.lastLinesSince(mark);
      if (said.contains("could not create any TCP/IP sockets")) {
        return false;
      }
      if (System.nanoTime() > deadline || !isStillInUse(said)) {
        throw new ClusterException(
            "The database stopped while starting: " + said + " See " + log + ".");
      }
      pause(200);
    }
  }

  /** Stops it, whatever it is doing; a start that is under way gives up. */
  void stop(Duration patience) {
    stopping = true;
    synchronized (this) {
      Process running = process;
      if (running != null && running.isAlive()) {
        // The recorded pid is that of the postmaster itself: unshare and setpriv exec it.
        Signals.send("INT", running.pid());
        if (!Signals.gone(running.toHandle(), patience)) {
          Signals.send("QUIT", running.pid());
          Signals.gone(running.toHandle(), patience);
        }
      }
    }
  }

  private boolean becomesReady(Process starting) {
    long begun = System.nanoTime();
    long nextSign = begun + SIGN_OF_LIFE.toNanos();
    while (starting.isAlive() && !pidFile.saysReady(starting.pid())) {
      pause(20);
      long now = System.nanoTime();
      if (stopping) {
        Signals.send("INT", starting.pid());
        Signals.gone(starting.toHandle(), SIGN_OF_LIFE);
        throw new ClusterException("The database was stopped while starting.");
      }
      if (now > nextSign) {
        LOG.info("The database is recovering; still waiting for it.");
        nextSign = now + SIGN_OF_LIFE.toNanos();
      }
      if (now - begun > RECOVERY_PATIENCE.toNanos()) {
        Signals.send("INT", starting.pid());
        throw new ClusterException("The database did not become ready in time; see " + log + ".");
      }
    }
    return starting.isAlive();
  }

  private Process spawn() {
    if (stopping) {
      throw new ClusterException("The database is stopping.");
    }
    List<String> command =
        unprivileged.command(
            Settings.command(
                programs.resolve("bin/postgres").toString(), cluster.toString(), port));
    try {
      return new ProcessBuilder(command)
          .directory(cluster.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.redirect())
          .start();
    } catch (IOException e) {
      throw new ClusterException("The database could not be started: " + e.getMessage(), e);
    }
  }

  private static boolean isStillInUse(String said) {
    return said.contains("still in use")
        || said.contains("Terminate any old server processes")
        || said.contains("already exists")
        || said.contains("running in data directory");
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while the database was starting.", e);
    }
  }
}
