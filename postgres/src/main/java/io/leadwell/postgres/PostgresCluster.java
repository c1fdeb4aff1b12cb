package io.leadwell.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
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
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
  private static final long LARGEST_LOG = 16L << 20;

  private final Path folder;
  private final FolderLock lock;
  private final Postmaster postmaster;
  private final PidFile pidFile;
  private final Supervisor supervisor;

  private PostgresCluster(Path folder, FolderLock lock, Postmaster postmaster, PidFile pidFile) {
    this.folder = folder;
    this.lock = lock;
    this.postmaster = postmaster;
    this.pidFile = pidFile;
    this.supervisor = new Supervisor(postmaster, this::clearWhatAKillLeft);
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
    FolderLock lock = FolderLock.take(absolute);
    try {
      Path programs = Binaries.unpackedBelow(programsBelow.toAbsolutePath().normalize());
      Unprivileged unprivileged = Unprivileged.ofThisProcess();
      unprivileged.mayRun(programs.resolve("bin/postgres"));
      ClusterLog log = new ClusterLog(absolute.resolve("postgres.log"), LARGEST_LOG);
      log.rotateWhenLarge();
      Path cluster = absolute.resolve("cluster");
      new NewCluster(absolute, programs, unprivileged, log)
          .makeOnFirstUse(cluster, passwordFile(absolute));
      unprivileged.own(absolute);
      PidFile pidFile = new PidFile(cluster);
      Postmaster postmaster =
          new Postmaster(programs, cluster, unprivileged, log, pidFile, freePort());
      PostgresCluster started = new PostgresCluster(absolute, lock, postmaster, pidFile);
      started.begin();
      return started;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public String jdbcUrl() {
    return url(DATABASE);
  }

  public String user() {
    return USER;
  }

  public String password() {
    Path file = passwordFile(folder);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new ClusterException("The database password " + file + " is unreadable.", e);
    }
  }

  /** Process id of the postmaster, for tests that kill it. */
  public long pid() {
    return postmaster.pid();
  }

  /** Stops cleanly: open transactions are rolled back, everything committed is on disk. */
  @Override
  public void close() {
    supervisor.end();
    postmaster.stop(STOP_PATIENCE);
    lock.close();
  }

  private void begin() {
    clearWhatAKillLeft();
    // Between finding a free port and its use another program may have taken it.
    for (int attempt = 1; !postmaster.start(); attempt++) {
      if (attempt == 5) {
        throw new ClusterException("The database found no free port on the loopback address.");
      }
      postmaster.usePort(freePort());
    }
    try {
      createDatabaseOnFirstUse();
    } catch (RuntimeException e) {
      postmaster.stop(STOP_PATIENCE);
      throw e;
    }
    supervisor.begin();
  }

  private void clearWhatAKillLeft() {
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

  private void createDatabaseOnFirstUse() {
    try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password());
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

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + database;
  }

  private static Path passwordFile(Path folder) {
    return folder.resolve("password");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new ClusterException("No free port on the loopback address.", e);
    }
  }
}
