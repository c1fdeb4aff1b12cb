package io.leadwell.acquire.collect;

import io.leadwell.base.platform.Ids;
import io.leadwell.testing.QuickProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** One place for a collector: started, killed when it has worked a while, started again. */
final class MortalCollector {

  private final QuickProgram program;
  private final Path folder;
  private final Random random;
  private final AtomicInteger kills;
  private volatile Process process;
  private volatile int port;
  private int worksAt;

  MortalCollector(QuickProgram program, Path folder, Random random, AtomicInteger kills) {
    this.program = program;
    this.folder = folder;
    this.random = random;
    this.kills = kills;
    this.process = start();
  }

  private Process start() {
    try {
      Process started =
          program
              .next()
              .redirectError(folder.resolve("collector-" + Ids.next() + ".log").toFile())
              .start();
      Thread.ofVirtual().start(() -> listen(started));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen(Process started) {
    started
        .inputReader()
        .lines()
        .filter(line -> line.startsWith("port "))
        .findFirst()
        .ifPresent(line -> port = Integer.parseInt(line.substring(5)));
  }

  int port() {
    return port;
  }

  /** Kills it some time after it was ready, while others may be starting. */
  void killIfItHasWorked(int acknowledgedSoFar) {
    if (reviveIfItDied()) {
      return;
    }
    if (port == 0) {
      worksAt = acknowledgedSoFar + 10 + random.nextInt(150);
      return;
    }
    if (acknowledgedSoFar >= worksAt) {
      kill();
      port = 0;
      kills.incrementAndGet();
      process = start();
    }
  }

  /** One that died while starting, with the database that was killed, is started again. */
  boolean reviveIfItDied() {
    if (process.isAlive() || port != 0) {
      return false;
    }
    process = start();
    return true;
  }

  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
