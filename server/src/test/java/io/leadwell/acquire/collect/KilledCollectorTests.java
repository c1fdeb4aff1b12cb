package io.leadwell.acquire.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.postgres.PostgresCluster;
import io.leadwell.testing.QuickProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Collectors under load are killed by force again and again, and PostgreSQL with them. Senders do
 * what browsers do: they send the same again until somebody says that it is there.
 */
class KilledCollectorTests {

  private static final int KILLS = 50;
  private static final int POSTGRES_KILLS = 3;
  private static final int COLLECTORS = 3;
  private static final int SENDERS = 12;
  private static final String SITE = "abcdefghij";
  private static final Duration LONGEST = Duration.ofMinutes(15);

  @TempDir Path folder = Path.of(".");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Random random = new Random(20_261_126);
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();
  private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger pages = new AtomicInteger();
  private final List<MortalCollector> collectors = new ArrayList<>();
  private @Nullable PostgresCluster started;
  private @Nullable QuickProgram program;

  @BeforeEach
  void start() throws Exception {
    PostgresCluster cluster =
        PostgresCluster.start(folder.resolve("postgres"), Path.of("target", "postgres-programs"));
    started = cluster;
    Flyway.configure()
        .dataSource(cluster.jdbcUrl(), cluster.user(), cluster.password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into collect.site (id, key, name, origins, consent_required, do_not_track)"
              + " values (gen_random_uuid(), '"
              + SITE
              + "', '官网', '{"
              + Browsing.HOST
              + "}', false, true)");
    }
    program = learnt();
  }

  @AfterEach
  void stop() {
    over.set(true);
    collectors.forEach(MortalCollector::kill);
    cluster().close();
  }

  @Test
  void every_acknowledged_hit_is_there_once_and_none_twice_after_fifty_kills() throws Exception {
    Instant latest = Instant.now().plus(LONGEST);
    for (int i = 0; i < COLLECTORS; i++) {
      collectors.add(new MortalCollector(program(), folder, random, kills));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        long seed = i;
        work.add(threads.submit(() -> send(new Random(seed))));
      }
      int postgresKills = 0;
      while (kills.get() < KILLS) {
        assertThat(Instant.now()).as("%s kills", kills).isBefore(latest);
        for (MortalCollector collector : collectors) {
          collector.killIfItHasWorked(acknowledged.size());
        }
        if (kills.get() >= (postgresKills + 1) * KILLS / (POSTGRES_KILLS + 1)) {
          postgresKills++;
          killPostgres();
        }
        LockSupport.parkNanos(5_000_000);
      }
      over.set(true);
      while (!work.stream().allMatch(Future::isDone)) {
        assertThat(Instant.now()).as("what was begun is delivered").isBefore(latest);
        collectors.forEach(MortalCollector::reviveIfItDied);
        LockSupport.parkNanos(5_000_000);
      }
      for (Future<?> each : work) {
        each.get();
      }
    }

    assertThat(acknowledged).hasSizeGreaterThan(KILLS * 10);
    assertThat(again.get()).as("deliveries sent again").isPositive();
    try (Connection connection = connect()) {
      List<UUID> stored = ids(connection);
      assertThat(new HashSet<>(stored)).as("none twice").hasSameSizeAs(stored);
      // Senders gave up nothing, so what is there is exactly what was acknowledged.
      assertThat(new HashSet<>(stored)).isEqualTo(acknowledged);
      assertThat(number(connection, "select sum(hits) from collect.tally where outcome = 'stored'"))
          .as("the counts add up")
          .isEqualTo(stored.size());
      assertThat(
              number(
                  connection,
                  "select coalesce(sum(hits), 0) from collect.tally where step = 'shape'"))
          .isEqualTo(number(connection, "select count(*) from collect.quarantined"))
          .isPositive();
      awaitFolded(connection, latest);
      assertThat(number(connection, "select sum(pages) from collect.visit")).isEqualTo(pages.get());
    }
  }

  /** Sends page after page, each until it is acknowledged, with some of the last ones again. */
  private @Nullable Void send(Random random) {
    Map<String, Object> earlier = null;
    while (!over.get()) {
      Browsing browsing = new Browsing(SITE, Instant.now());
      for (int i = 0; i < 5 && !over.get(); i++) {
        List<Map<String, Object>> hits = new ArrayList<>();
        for (int j = random.nextInt(3); j >= 0; j--) {
          hits.add(browsing.page("/" + i));
        }
        List<UUID> ids = hits.stream().map(hit -> UUID.fromString((String) hit.get("id"))).toList();
        pages.addAndGet(ids.size());
        if (random.nextInt(50) == 0) {
          Map<String, Object> bad = browsing.page("/bad");
          bad.put("at", "yesterday");
          hits.add(bad);
        }
        if (earlier != null && random.nextInt(4) == 0) {
          hits.add(earlier);
        }
        String body = browsing.body(hits);
        while (!delivered(body, random)) {
          again.incrementAndGet();
          LockSupport.parkNanos(5_000_000);
        }
        acknowledged.addAll(ids);
        earlier = i == 0 ? hits.getFirst() : null;
      }
    }
    return null;
  }

  private boolean delivered(String body, Random random) {
    int port = collectors.get(random.nextInt(COLLECTORS)).port();
    if (port == 0) {
      return false;
    }
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + SITE))
              .timeout(Duration.ofSeconds(20))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      assertThat(status).isIn(204, 503);
      return status == 204;
    } catch (IOException e) {
      // Killed in the middle: nobody knows whether it is there.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void killPostgres() throws IOException {
    long pid =
        Long.parseLong(
            Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid"))
                .getFirst()
                .strip());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  private void awaitFolded(Connection connection, Instant latest) throws SQLException {
    while (number(connection, "select coalesce(min(position), 0) from collect.reader")
        < number(connection, "select position from collect.log_end")) {
      assertThat(Instant.now()).isBefore(latest);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static List<UUID> ids(Connection connection) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select id from collect.hit")) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Connection connect() throws SQLException {
    PostgresCluster cluster = cluster();
    return DriverManager.getConnection(cluster.jdbcUrl(), cluster.user(), cluster.password());
  }

  private PostgresCluster cluster() {
    return Objects.requireNonNull(started);
  }

  private QuickProgram program() {
    return Objects.requireNonNull(program);
  }

  private QuickProgram learnt() throws IOException {
    QuickProgram program =
        QuickProgram.of(
            CollectorProcess.class,
            folder.resolve("program"),
            List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-Dleadwell.data=" + folder.resolve("data"),
                "-Dleadwell.postgres-programs=unused",
                "-Dleadwell.database=" + url(),
                "-Dcollector.parts=" + folder.resolve("parts")));
    Process first = program.first().start();
    boolean ready = first.inputReader().lines().anyMatch(line -> line.startsWith("port "));
    assertThat(ready).isTrue();
    first.getOutputStream().close();
    while (first.isAlive()) {
      LockSupport.parkNanos(5_000_000);
    }
    return program;
  }

  private String url() {
    PostgresCluster cluster = cluster();
    String url = cluster.jdbcUrl();
    return url
        + (url.contains("?") ? "&" : "?")
        + "user="
        + cluster.user()
        + "&password="
        + cluster.password();
  }
}
