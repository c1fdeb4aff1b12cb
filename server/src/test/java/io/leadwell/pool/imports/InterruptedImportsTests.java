package io.leadwell.pool.imports;

import static io.leadwell.tables.imports.Tables.BAD_ROW;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadwell.base.platform.Interruptions;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.Import.Counts;
import io.leadwell.testing.OnPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What dies in the middle goes on where it was: whole, and nothing twice. */
@OnPostgres
class InterruptedImportsTests {

  private static final int ROWS = 10_000;
  private static final int BAD = ROWS / 1_000;

  @Autowired private Imports imports;
  @Autowired private ImportWorker worker;
  @Autowired private ImportWork work;
  @Autowired private DataSource source;
  @Autowired private DSLContext dsl;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(imports);
  }

  /** Connections that were cut and have not noticed are not for the tests to come. */
  @AfterEach
  void throwAwayWhatWasCut() throws SQLException {
    source.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
  }

  @Test
  void connections_cut_again_and_again_neither_lose_nor_double_a_row() throws Exception {
    UUID id = checked();
    imports.commit(id, Caller.system());
    for (int chunk = 1; chunk <= 3; chunk++) {
      long reached = chunk;
      until(() -> rowsDone(id) >= reached * 4_000 - 3_999 || !working(id));
      cutEveryConnection();
    }

    await(id);

    assertWhole(id);
  }

  @Test
  void the_lock_of_a_dead_session_is_free_and_the_poller_goes_on() throws Exception {
    UUID id = checked();
    try (WorkLock lock = WorkLock.take(source, id).orElseThrow()) {
      // Somebody else has the import, as a server that hangs would.
      assertThat(lock).isNotNull();
      imports.commit(id, Caller.system());
      worker.run(id);
      assertThat(rowsDone(id)).isZero();
    }

    work.pickUp();
    await(id);

    assertWhole(id);
  }

  @Test
  void a_server_that_stops_in_the_middle_leaves_work_another_one_finishes() throws Exception {
    UUID id = checked();
    try (WorkLock lock = WorkLock.take(source, id).orElseThrow()) {
      assertThat(lock).isNotNull();
      imports.commit(id, Caller.system());
      Thread abandoned = Thread.ofPlatform().start(() -> workUntilInterrupted(id));
      until(() -> rowsDone(id) > 0);
      abandoned.interrupt();
      abandoned.join();
      assertThat(rowsDone(id)).isLessThan(ROWS);
    }

    await(id);

    assertWhole(id);
  }

  @Test
  void of_two_workers_racing_for_the_same_rows_one_gets_each_chunk() throws Exception {
    UUID id = checked();
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(3);
        WorkLock lock = WorkLock.take(source, id).orElseThrow()) {
      assertThat(lock).isNotNull();
      imports.commit(id, Caller.system());
      List<Future<?>> racers =
          java.util.stream.IntStream.range(0, 3)
              .<Future<?>>mapToObj(_ ->
                  threads.submit(() -> {
                    go.await();
                    // Past the lock, as if its session had been cut unnoticed.
                    worker.work(id);
                    return null;
                  }))
              .toList();
      go.countDown();
      for (Future<?> racer : racers) {
        racer.get();
      }
    }
    await(id);

    assertWhole(id);
  }

  @Test
  void an_import_stopped_in_the_middle_is_resumed_to_the_end_and_undone_as_a_whole()
      throws Exception {
    UUID id = checked();
    imports.commit(id, Caller.system());
    until(() -> rowsDone(id) > 0);
    imports.cancel(id, Caller.system());
    Import stopped = imports.await(id);
    assertThat(stopped.status()).isEqualTo(ImportStatus.STOPPED);
    assertThat(stopped.progress().done()).isPositive().isLessThan(ROWS);
    assertThat((long) dsl.fetchCount(LEAD))
        .isEqualTo(Desk.there(stopped.result()).fresh())
        .isPositive();

    imports.resume(id, Caller.system());
    await(id);

    assertWhole(id);
    assertThat(desk.undo(id).status()).isEqualTo(ImportStatus.UNDONE);
    assertThat(
            List.of(
                dsl.fetchCount(LEAD),
                dsl.fetchCount(PERSON),
                dsl.fetchCount(SOURCE_RECORD),
                dsl.fetchCount(TOUCH)))
        .containsOnly(0);
  }

  @Test
  void a_check_that_was_cut_counts_no_row_twice() throws Exception {
    Import batch = desk.leads(file());
    imports.map(batch.id(), Desk.guessed(batch), Caller.system());
    until(() -> rowsDone(batch.id()) > 0 || !working(batch.id()));
    cutEveryConnection();

    Import checked = await(batch.id());

    assertThat(Desk.report(checked).counts()).isEqualTo(new Counts(ROWS - BAD, 0, 0, BAD));
    assertThat(dsl.fetchCount(BAD_ROW)).isEqualTo(BAD);
    assertThat(dsl.fetchCount(LEAD)).isZero();
  }

  private void workUntilInterrupted(UUID id) {
    try {
      worker.work(id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private UUID checked() throws InterruptedException {
    Import checked = desk.check(desk.leads(file()));
    assertThat(checked.status()).isEqualTo(ImportStatus.CHECKED);
    return checked.id();
  }

  /** Every thousandth row has a date that never was. */
  private static String file() {
    StringBuilder file = new StringBuilder("线索编号,姓名,手机,渠道,首次接触时间\n");
    for (int i = 1; i <= ROWS; i++) {
      file.append(
          "k%d,客户%d,%d,渠道%d,%s%n"
              .formatted(
                  i, i, 13_800_000_000L + i, i % 7, i % 1_000 == 0 ? "2026-02-30" : "2026-03-01"));
    }
    return file.toString();
  }

  private void assertWhole(UUID id) {
    Import done = imports.find(id);
    assertThat(done.status()).isEqualTo(ImportStatus.DONE);
    assertThat(done.progress().done()).isEqualTo(ROWS);
    assertThat(done.result()).isEqualTo(new Counts(ROWS - BAD, 0, 0, BAD));
    assertThat(dsl.fetchCount(BAD_ROW)).isEqualTo(BAD);
    assertThat(dsl.fetchCount(SOURCE_RECORD)).isEqualTo(ROWS - BAD);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(ROWS - BAD);
    assertThat(dsl.fetchCount(PERSON)).isEqualTo(ROWS - BAD);
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(ROWS - BAD);
  }

  private Import await(UUID id) {
    until(() -> !working(id));
    return imports.find(id);
  }

  private boolean working(UUID id) {
    return imports.find(id).status().working();
  }

  private long rowsDone(UUID id) {
    return imports.find(id).progress().done();
  }

  /** Looks again until it is so; a question that meets a cut connection is asked again. */
  private static void until(BooleanSupplier condition) {
    Instant latest = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(latest)) {
      try {
        if (condition.getAsBoolean()) {
          return;
        }
      } catch (RuntimeException e) {
        if (!Interruptions.passing(e)) {
          throw e;
        }
      }
      LockSupport.parkNanos(2_000_000);
    }
    throw new AssertionError("It did not come about within a minute");
  }

  private void cutEveryConnection() {
    var pid = DSL.field(DSL.name("pid"), Integer.class);
    dsl.select(DSL.function("pg_terminate_backend", Boolean.class, pid))
        .from(DSL.table(DSL.name("pg_stat_activity")))
        .where(pid.ne(DSL.function("pg_backend_pid", Integer.class)))
        .and(DSL.field(DSL.name("datname"), String.class).eq(DSL.currentCatalog()))
        .fetch();
  }
}
