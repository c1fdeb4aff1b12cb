package io.leadwell.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL cluster in one folder, started durable (fsync and synchronous commit on), with a
 * password, reachable on the loopback address only.
 *
 * <p>The folder is locked for the life of this object: a second server on it is refused. A
 * postmaster that an earlier, killed process left behind is stopped first; one that dies is started
 * again on the same port.
 */
public final class PostgresCluster implements AutoCloseable {

  static final String USER = "leadwell";
  static final String DATABASE = "leadwell";
  private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final Path cluster;
  private final Path programs;
  private final FileChannel lockFile;
  private final Unprivileged unprivileged;
  private final int port;
  private volatile boolean stopping;
  private volatile @Nullable Process postmaster;

  private PostgresCluster(Path folder, Path programs, FileChannel lockFile, int port) {
    this.folder = folder;
    this.cluster = folder.resolve("cluster");
    this.programs = programs;
    this.lockFile = lockFile;
    this.unprivileged = Unprivileged.ofThisProcess();
    this.port = port;
  }

  /**
   * Starts the cluster of {@code folder}, making it on first use, and returns when it accepts
   * connections.
   *
   * @param programsBelow where the PostgreSQL programs are unpacked; may be shared by clusters
   * @throws ClusterException with a sentence for the operator
   */
  public static PostgresCluster start(Path folder, Path programsBelow) {
    Path absolute = folder.toAbsolutePath().normalize();
    FileChannel lock = lock(absolute);
    try {
      Path programs = Binaries.unpackedBelow(programsBelow.toAbsolutePath().normalize());
      PostgresCluster started = new PostgresCluster(absolute, programs, lock, freePort());
      started.initialiseOnFirstUse();
      started.clearWhatAKillLeft();
      started.launch();
      started.createDatabaseOnFirstUse();
      return started;
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  public String user() {
    return USER;
  }

  public String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw new ClusterException("The database password " + passwordFile() + " is unreadable.", e);
    }
  }

  /** Process id of the postmaster, for tests that kill it. */
  public long pid() {
    Process running = postmaster;
    return running == null ? -1 : running.pid();
  }

  /** Stops cleanly: open transactions are rolled back, everything committed is on disk. */
  @Override
  public void close() {
    stopping = true;
    Process running = postmaster;
    if (running != null && running.isAlive()) {
      // The recorded pid is that of the postmaster itself: unshare and setpriv exec it.
      Signals.send("INT", running.pid());
      if (!Signals.gone(running.toHandle(), STOP_PATIENCE)) {
        Signals.send("QUIT", running.pid());
        Signals.gone(running.toHandle(), STOP_PATIENCE);
      }
    }
    release(lockFile);
  }

  private void initialiseOnFirstUse() {
    if (Files.exists(cluster.resolve("PG_VERSION"))) {
      return;
    }
    Path aside = folder.resolve("cluster.new");
    try {
      Folders.delete(aside);
      writePassword();
      Files.createDirectory(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      unprivileged.own(folder);
      run(
          "initdb",
          List.of(
              programs.resolve("bin/initdb").toString(),
              "-D",
              aside.toString(),
              "-U",
              USER,
              "--encoding=UTF8",
              // builtin: the same order on every machine and after every upgrade of its C library
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C.UTF-8",
              "--auth-host=scram-sha-256",
              "--auth-local=scram-sha-256",
              "--data-checksums",
              "--pwfile=" + passwordFile()));
      Files.move(aside, cluster, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ClusterException(
          "The database folder "
              + folder
              + " could not be set up: "
              + e.getMessage()
              + ". Check free disk space and permissions.",
          e);
    }
  }

  private void writePassword() throws IOException {
    if (Files.exists(passwordFile())) {
      return;
    }
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile(), HexFormat.of().formatHex(secret) + "\n");
  }

  private void clearWhatAKillLeft() {
    PidFile pidFile = new PidFile(cluster);
    Optional<ProcessHandle> orphan = pidFile.owner();
    if (orphan.isPresent()) {
      LOG.info(
          "Stopping the database that an earlier run left behind (pid {}).", orphan.get().pid());
      pidFile.stop(orphan.get(), STOP_PATIENCE);
    }
    if (pidFile.owner().isEmpty()) {
      pidFile.remove();
    }
  }

  private void launch() {
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    PidFile pidFile = new PidFile(cluster);
    while (true) {
      Process process = spawn();
      while (process.isAlive() && !pidFile.saysReady()) {
        pause(20);
        if (System.nanoTime() > deadline) {
          process.destroyForcibly();
          throw new ClusterException(
              "The database did not become ready in time; see " + logFile() + ".");
        }
      }
      if (process.isAlive()) {
        postmaster = process;
        process.onExit().thenRun(this::startAgain);
        return;
      }
      // After a kill its last processes may hold the shared memory for a moment longer.
      if (System.nanoTime() > deadline || !saysStillInUse()) {
        throw new ClusterException(
            "The database stopped while starting: " + lastLogLine() + " See " + logFile() + ".");
      }
      pause(200);
    }
  }

  private void startAgain() {
    if (stopping) {
      return;
    }
    LOG.warn("The database process ended unexpectedly; starting it again.");
    try {
      pause(100);
      clearWhatAKillLeft();
      launch();
    } catch (ClusterException e) {
      LOG.error("The database could not be started again: {}", e.getMessage());
    }
  }

  private Process spawn() {
    List<String> command =
        unprivileged.command(
            Settings.command(
                programs.resolve("bin/postgres").toString(), cluster.toString(), port));
    try {
      unprivileged.own(folder);
      return new ProcessBuilder(command)
          .directory(cluster.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
          .start();
    } catch (IOException e) {
      throw new ClusterException("The database could not be started: " + e.getMessage(), e);
    }
  }

  private void createDatabaseOnFirstUse() {
    String admin = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    try (Connection connection = DriverManager.getConnection(admin, USER, password());
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select 1 from pg_database where datname = 'leadwell'")) {
      if (!found.next()) {
        statement.execute("create database leadwell");
      }
    } catch (SQLException e) {
      throw new ClusterException("The database does not answer: " + e.getMessage(), e);
    }
  }

  private void run(String what, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(unprivileged.command(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new ClusterException(what + " failed: " + lastLogLine() + " See " + logFile() + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException(what + " was interrupted.", e);
    }
  }

  private boolean saysStillInUse() {
    return lastLogLine().contains("still in use")
        || lastLogLine().contains("Terminate any old server processes")
        || lastLogLine().contains("already exists")
        || lastLogLine().contains("running in data directory");
  }

  private String lastLogLine() {
    try {
      List<String> lines = Files.readAllLines(logFile());
      return String.join(" ", lines.subList(Math.max(0, lines.size() - 2), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  private Path logFile() {
    return folder.resolve("postgres.log");
  }

  private static FileChannel lock(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        lock = null;
      }
      if (lock == null) {
        channel.close();
        throw new ClusterException(
            "Another Leadwell is running on the data folder "
                + folder.getParent()
                + ". Stop it (./leadwell stop) or choose another folder with --data.");
      }
      return channel;
    } catch (IOException e) {
      throw new ClusterException(
          "The data folder "
              + folder
              + " cannot be used: "
              + e.getMessage()
              + ". Choose one you may write to with --data.",
          e);
    }
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("The lock of the database folder was not released cleanly.", e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new ClusterException("No free port on the loopback address.", e);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while the database was starting.", e);
    }
  }
}
