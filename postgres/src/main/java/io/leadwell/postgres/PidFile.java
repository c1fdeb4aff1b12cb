package io.leadwell.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The postmaster.pid of a cluster. After a kill or a reboot it may name nobody, a zombie, or a
 * stranger that got the same pid; each would block the next start for ever.
 */
final class PidFile {

  private static final int STATUS_LINE = 7;

  private final Path cluster;

  PidFile(Path cluster) {
    this.cluster = cluster;
  }

  /** The live postgres of this very folder, if there is one. */
  Optional<ProcessHandle> owner() {
    List<String> lines = lines();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    long pid;
    try {
      pid = Long.parseLong(lines.getFirst().strip());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isPostgresOfFolder);
  }

  /** Does the file say so of this process, and not of one that died before it? */
  boolean saysReady(long pid) {
    List<String> lines = lines();
    return lines.size() > STATUS_LINE
        && lines.getFirst().strip().equals(Long.toString(pid))
        && lines.get(STATUS_LINE).strip().equals("ready");
  }

  void remove() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw new ClusterException("The stale file " + file() + " could not be removed.", e);
    }
  }

  /** Asks an orphan of an earlier run to stop, and insists when it does not. */
  void stop(ProcessHandle postmaster, Duration patience) {
    Signals.send("INT", postmaster.pid());
    if (!Signals.gone(postmaster, patience)) {
      Signals.send("QUIT", postmaster.pid());
      Signals.gone(postmaster, patience);
    }
  }

  private boolean isPostgresOfFolder(ProcessHandle process) {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    if (!Files.isDirectory(proc)) {
      // macOS: the folder stands in the command line
      return process.info().command().filter(c -> c.endsWith("/postgres")).isPresent()
          && process.info().commandLine().filter(c -> c.contains(cluster.toString())).isPresent();
    }
    try {
      String stat = Files.readString(proc.resolve("stat"), StandardCharsets.ISO_8859_1);
      if (stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z")) {
        return false;
      }
      if (!Files.readString(proc.resolve("comm")).strip().equals("postgres")) {
        return false;
      }
      return Files.isSameFile(Files.readSymbolicLink(proc.resolve("cwd")), cluster);
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> lines() {
    try {
      return Files.exists(file()) ? Files.readAllLines(file()) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Path file() {
    return cluster.resolve("postmaster.pid");
  }
}
