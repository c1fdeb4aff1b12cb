package io.leadwell.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresClusterTests {

  private static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final long ENDLESS = Long.MAX_VALUE;
  private static final int UNPACKS = 65534;

  /** A cluster as it is made on first use, for the tests that are not about the making. */
  @TempDir static Path made;

  @TempDir Path temporary;

  @BeforeAll
  static void make() {
    PostgresCluster.start(made.resolve("postgres"), PROGRAMS).close();
  }

  @Test
  void an_acknowledged_write_is_on_the_disk_and_only_a_password_lets_in() throws Exception {
    try (PostgresCluster cluster = PostgresCluster.start(folder(), PROGRAMS)) {
      assertThat(setting(cluster, "fsync")).isEqualTo("on");
      assertThat(setting(cluster, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(cluster, "full_page_writes")).isEqualTo("on");
      assertThat(setting(cluster, "data_checksums")).isEqualTo("on");
      assertThat(setting(cluster, "password_encryption")).isEqualTo("scram-sha-256");
      assertThat(setting(cluster, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(one(cluster, "select datlocale from pg_database where datname = 'leadwell'"))
          .isEqualTo("C.UTF-8");
      assertThatThrownBy(() -> DriverManager.getConnection(cluster.jdbcUrl(), "leadwell", "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder().resolve("password"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void what_was_written_is_there_after_stop_and_start() throws Exception {
    takeMade();
    try (PostgresCluster cluster = PostgresCluster.start(folder(), PROGRAMS)) {
      execute(cluster, "create table kept (name text)");
      execute(cluster, "insert into kept values ('线索')");
    }
    assertThat(new PidFile(folder().resolve("cluster")).owner()).isEmpty();
    try (PostgresCluster cluster = PostgresCluster.start(folder(), PROGRAMS)) {
      assertThat(one(cluster, "select name from kept")).isEqualTo("线索");
    }
  }

  @Test
  void a_killed_postmaster_is_started_again_with_every_acknowledged_row() throws Exception {
    takeMade();
    try (PostgresCluster cluster = PostgresCluster.start(folder(), PROGRAMS)) {
      execute(cluster, "create table acknowledged as select generate_series(1, 1000) as n");
      for (int round = 1; round <= 2; round++) {
        long killed = cluster.pid();
        Signals.send("KILL", killed);
        awaitAnswer(cluster);
        assertThat(cluster.pid()).isNotEqualTo(killed);
        assertThat(one(cluster, "select count(*) from acknowledged")).isEqualTo("1000");
      }
    }
    assertThat(new PidFile(folder().resolve("cluster")).owner()).isEmpty();
  }

  @Test
  void after_a_killed_server_the_next_start_stops_its_orphan_and_finds_every_acknowledged_row()
      throws Exception {
    takeMade();
    long acknowledged;
    ProcessHandle orphan;
    try (WriterProcess writer = writer(ENDLESS)) {
      orphan = ProcessHandle.of(Long.parseLong(writer.until("postmaster"))).orElseThrow();
      writer.until("acknowledged 200");
      writer.kill();
      acknowledged = writer.lastAcknowledged();
    }
    assertThat(orphan.isAlive()).as("PostgreSQL outlives its server").isTrue();
    try (PostgresCluster cluster = PostgresCluster.start(folder(), PROGRAMS)) {
      assertThat(isRunning(orphan)).isFalse();
      assertThat(Long.parseLong(one(cluster, "select max(n) from acknowledged")))
          .isGreaterThanOrEqualTo(acknowledged);
      assertThat(one(cluster, "select count(*) = max(n) from acknowledged")).isEqualTo("t");
    }
  }

  @Test
  void after_server_and_postmaster_are_killed_together_every_acknowledged_row_is_there()
      throws Exception {
    takeMade();
    long acknowledged;
    try (WriterProcess writer = writer(ENDLESS)) {
      long postmaster = Long.parseLong(writer.until("postmaster"));
      writer.until("acknowledged 200");
      Signals.send("KILL", postmaster);
      writer.kill();
      acknowledged = writer.lastAcknowledged();
    }
    try (PostgresCluster cluster = PostgresCluster.start(folder(), PROGRAMS)) {
      assertThat(Long.parseLong(one(cluster, "select max(n) from acknowledged")))
          .isGreaterThanOrEqualTo(acknowledged);
    }
  }

  @Test
  void a_pid_file_that_names_a_stranger_neither_blocks_the_start_nor_harms_the_stranger()
      throws Exception {
    takeMade();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Path cluster = folder().resolve("cluster");
      Files.writeString(
          cluster.resolve("postmaster.pid"),
          "%d\n%s\n1\n5432\n\n127.0.0.1\n1 1\nready\n".formatted(stranger.pid(), cluster));
      try (PostgresCluster started = PostgresCluster.start(folder(), PROGRAMS)) {
        assertThat(one(started, "select 1")).isEqualTo("1");
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void a_second_server_on_the_folder_is_refused_with_a_sentence() throws Exception {
    takeMade();
    try (PostgresCluster first = PostgresCluster.start(folder(), PROGRAMS)) {
      try (WriterProcess second = writer(1)) {
        assertThat(second.until("refused"))
            .isEqualTo(
                "Another Leadwell is running on the data folder "
                    + temporary
                    + ". Stop it (./leadwell stop) or choose another folder with --data.");
        assertThat(second.exitCode()).isEqualTo(3);
      }
      assertThatThrownBy(() -> PostgresCluster.start(folder(), PROGRAMS))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("Another Leadwell is running");
      assertThat(one(first, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void a_folder_whose_making_was_killed_is_made_anew() throws Exception {
    Path halfMade = Files.createDirectories(folder().resolve("cluster.new").resolve("base"));
    Files.writeString(halfMade.resolve("1"), "cut off");
    Files.writeString(folder().resolve("password.new"), "cut of");
    try (PostgresCluster cluster = PostgresCluster.start(folder(), PROGRAMS)) {
      assertThat(one(cluster, "select 1")).isEqualTo("1");
      assertThat(cluster.password()).hasSize(48);
    }
    assertThat(folder().resolve("cluster.new")).doesNotExist();
  }

  /**
   * 65534 is nobody, who unpacks the programs as well; 61234 is a uid without a name, as containers
   * have it.
   */
  @ParameterizedTest
  @ValueSource(ints = {UNPACKS, 61234})
  void a_plain_user_may_run_it(int uid) throws Exception {
    // The user can't read root's Maven repository.
    boolean root = Files.getAttribute(temporary, "unix:uid").equals(0);
    String classPath = root ? copiedClassPath() : CLASS_PATH;
    List<String> prefix =
        root
            ? List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups")
            : List.<String>of();
    Path programs = root ? temporary.resolve("programs") : PROGRAMS;
    if (root && uid != UNPACKS) {
      copy(PROGRAMS, programs);
    }
    if (root) {
      new ProcessBuilder("chown", "-R", uid + ":" + uid, temporary.toString()).start().waitFor();
    }
    try (WriterProcess writer = WriterProcess.start(prefix, classPath, folder(), programs, 10)) {
      ProcessHandle postmaster =
          ProcessHandle.of(Long.parseLong(writer.until("postmaster"))).orElseThrow();
      writer.until("acknowledged 10");
      assertThat(writer.exitCode()).isZero();
      assertThat(isRunning(postmaster)).as("stopped with its server").isFalse();
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_refused_with_a_sentence() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThatThrownBy(() -> PostgresCluster.start(file.resolve("postgres"), PROGRAMS))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("cannot be used")
        .hasMessageContaining("--data");
  }

  private Path folder() {
    return temporary.resolve("postgres");
  }

  private void takeMade() throws Exception {
    copy(made.resolve("postgres"), folder());
  }

  /** With owners and rights. */
  private static void copy(Path from, Path to) throws Exception {
    assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start().waitFor())
        .isZero();
  }

  private WriterProcess writer(long rows) throws IOException {
    return WriterProcess.start(List.of(), CLASS_PATH, folder(), PROGRAMS, rows);
  }

  private String copiedClassPath() throws IOException {
    List<String> copies = new ArrayList<>();
    Path libraries = Files.createDirectories(temporary.resolve("libraries"));
    for (String entry : CLASS_PATH.split(java.io.File.pathSeparator, -1)) {
      Path source = Path.of(entry);
      Path copy = libraries.resolve(copies.size() + "-" + source.getFileName());
      if (Files.isDirectory(source)) {
        copyTree(source, copy);
      } else if (Files.exists(source)) {
        Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      copies.add(copy.toString());
    }
    return String.join(java.io.File.pathSeparator, copies);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (var tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  /** A child that ended but was not waited for counts as ended. */
  private static boolean isRunning(ProcessHandle process) throws IOException {
    Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    if (!process.isAlive() || !Files.exists(stat)) {
      return process.isAlive();
    }
    return !Files.readString(stat).replaceFirst("(?s).*\\) ", "").startsWith("Z");
  }

  private static void awaitAnswer(PostgresCluster cluster) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Optional<String> answer = Optional.empty();
    while (answer.isEmpty()) {
      try {
        answer = Optional.of(one(cluster, "select 1"));
      } catch (SQLException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        Postmaster.pause(50);
      }
    }
  }

  private static String setting(PostgresCluster cluster, String name) throws SQLException {
    return one(cluster, "show " + name);
  }

  private static String one(PostgresCluster cluster, String query) throws SQLException {
    try (Connection connection = connect(cluster);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      assertThat(found.next()).isTrue();
      return found.getString(1);
    }
  }

  private static void execute(PostgresCluster cluster, String sql) throws SQLException {
    try (Connection connection = connect(cluster);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(PostgresCluster cluster) throws SQLException {
    return DriverManager.getConnection(cluster.jdbcUrl(), cluster.user(), cluster.password());
  }
}
