package io.leadwell.connect.wecom;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static io.leadwell.tables.wecom.Tables.FOLLOW_MOVE;
import static io.leadwell.tables.wecom.Tables.INCOMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.workspace.Caller;
import io.leadwell.demo.tencent.StandIn.Failure;
import io.leadwell.demo.tencent.StandInEvents;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
class InterruptedEventsTests {

  private static final String GET = "/cgi-bin/externalcontact/get";

  @Autowired private Connections connections;
  @Autowired private IncomingStore store;
  @Autowired private IncomingWork work;
  @Autowired private Reception reception;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  private Corp corp;

  @BeforeEach
  void open() {
    corp = Corp.wecom(connections, port);
  }

  /**
   * As a server leaves it that dies right after its acknowledgement, or in the midst of the work.
   */
  private void acknowledgedAndDied(String externalId, boolean claimed) {
    Corp.TENCENT.corp().meet(externalId, "小王", null, Corp.bond("zhangsan", Corp.NOW, null));
    String text =
        StandInEvents.contact("add_external_contact", externalId, "zhangsan", Corp.NOW, null, null);
    Instant due = claimed ? Instant.now().minusSeconds(1) : Instant.now();
    dsl.insertInto(INCOMING)
        .set(INCOMING.ID, java.util.UUID.randomUUID())
        .set(INCOMING.CONNECTION_ID, corp.connection)
        .set(INCOMING.HASH, Hashes.sha256(text))
        .set(INCOMING.EVENT, "change_external_contact/add_external_contact")
        .set(INCOMING.CONTENT, text)
        .set(INCOMING.HAPPENED_AT, Corp.NOW)
        .set(INCOMING.RECEIVED_AT, Instant.now())
        .set(INCOMING.DUE_AT, due)
        .set(INCOMING.ATTEMPTS, claimed ? 1 : 0)
        .execute();
  }

  @Test
  void what_was_acknowledged_is_taken_in_by_the_next_server_once() {
    for (int i = 0; i < 20; i++) {
      acknowledgedAndDied("wm" + i, i % 2 == 0);
    }
    Corp.settle(dsl, work);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(20);
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(20);
    assertThat(dsl.fetchCount(INCOMING, INCOMING.STATE.eq(IncomingStore.DONE))).isEqualTo(20);
  }

  @Test
  void two_who_work_on_the_same_event_leave_one_effect() throws Exception {
    for (int i = 0; i < 10; i++) {
      acknowledgedAndDied("wm" + i, false);
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(
            threads.submit(() -> {
              // A lease of no length: each takes what another is at.
              for (int look = 0; look < 20; look++) {
                dueAtOnce();
                work.step();
              }
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    Corp.settle(dsl, work);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(10);
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(10);
    assertThat(dsl.fetchCount(FOLLOW_MOVE)).isEqualTo(10);
  }

  /** Those that nobody writes at this moment, as each is written in another order. */
  private void dueAtOnce() {
    dsl.update(INCOMING)
        .set(INCOMING.DUE_AT, Instant.now().minusSeconds(1))
        .where(
            INCOMING.ID.in(
                select(INCOMING.ID)
                    .from(INCOMING)
                    .where(INCOMING.STATE.eq(IncomingStore.WAITING))
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }

  @Test
  void a_claim_belongs_to_one_until_it_runs_out() {
    for (int i = 0; i < 3; i++) {
      dsl.insertInto(INCOMING)
          .set(INCOMING.ID, java.util.UUID.randomUUID())
          .set(INCOMING.CONNECTION_ID, corp.connection)
          .set(INCOMING.HASH, new byte[] {(byte) i})
          .set(INCOMING.EVENT, "x")
          .set(INCOMING.CONTENT, "<xml/>")
          .set(INCOMING.HAPPENED_AT, Corp.NOW)
          .set(INCOMING.RECEIVED_AT, Corp.NOW)
          .set(INCOMING.DUE_AT, Instant.parse("2999-01-01T00:00:00Z"))
          .execute();
    }
    Instant then = Instant.parse("2999-01-01T00:00:01Z");
    assertThat(store.claim(2, then, Duration.ofMinutes(2))).hasSize(2);
    assertThat(store.claim(5, then, Duration.ofMinutes(2))).hasSize(1);
    assertThat(store.claim(5, then.plusSeconds(60), Duration.ofMinutes(2))).isEmpty();
    assertThat(store.claim(5, then.plusSeconds(121), Duration.ofMinutes(2))).hasSize(3);
  }

  @Test
  void what_tencent_refuses_for_days_is_given_up_with_its_reason_and_taken_in_when_told() {
    Corp.TENCENT.corp().callable(false);
    corp.add("wm1", "小王", "zhangsan", Corp.NOW, null);
    Settled.until(() -> {
      dsl.update(INCOMING)
          .set(INCOMING.DUE_AT, Instant.now().minusSeconds(1))
          .where(INCOMING.STATE.eq(IncomingStore.WAITING), INCOMING.PROBLEM.isNotNull())
          .execute();
      work.step();
      return dsl.fetchCount(INCOMING, INCOMING.STATE.eq(IncomingStore.FAILED)) == 1;
    });
    Reception.State state = reception.of(corp.connection);
    assertThat(state.failed()).isEqualTo(1);
    assertThat(String.valueOf(state.problem())).contains("TENCENT_NOT_CALLABLE");

    Corp.TENCENT.corp().callable(true);
    assertThat(reception.retry(corp.connection, Caller.system())).isEqualTo(1);
    // It keeps what was wrong until it is done, perhaps by another worker.
    Settled.until(() -> {
      work.step();
      return dsl.fetchCount(INCOMING, INCOMING.STATE.eq(IncomingStore.DONE)) == 1;
    });
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(reception.of(corp.connection).failed()).isZero();
  }

  @Test
  void a_limit_is_waited_out_longer_than_other_troubles() {
    Corp.TENCENT.fail(GET, 1, new Failure.Refused(45033, "concurrent limit"));
    corp.add("wm1", "小王", "zhangsan", Corp.NOW, null);
    Settled.until(() -> dsl.fetchCount(INCOMING, INCOMING.PROBLEM.isNotNull()) == 1);
    Instant due = dsl.select(INCOMING.DUE_AT).from(INCOMING).fetchSingle().value1();
    Instant received = dsl.select(INCOMING.RECEIVED_AT).from(INCOMING).fetchSingle().value1();
    assertThat(due).isAfter(received.plusSeconds(14));
  }

  /** A thousand people scan within seconds of a launch; some of them twice. */
  @Test
  void a_burst_of_a_thousand_is_acknowledged_and_each_taken_in_once() throws Exception {
    int people = 1_000;
    for (int i = 0; i < people; i++) {
      Corp.TENCENT.corp().meet("wm" + i, "粉丝" + i, null, Corp.bond("zhangsan", Corp.NOW, null));
    }
    AtomicInteger next = new AtomicInteger();
    AtomicInteger acknowledged = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (int t = 0; t < 16; t++) {
        threads.submit(() -> {
          for (int i = next.getAndIncrement(); i < people; i = next.getAndIncrement()) {
            int times = i % 50 == 0 ? 2 : 1;
            for (int again = 0; again < times; again++) {
              if (corp.tellAdded("wm" + i, "zhangsan", Corp.NOW, null, null) == 200) {
                acknowledged.incrementAndGet();
              }
            }
          }
        });
      }
    }
    assertThat(acknowledged.get()).isEqualTo(people + people / 50);
    assertThat(dsl.fetchCount(INCOMING)).isEqualTo(people);
    Settled.until(() -> {
      Corp.settle(dsl, work);
      return dsl.fetchCount(INCOMING, INCOMING.STATE.eq(IncomingStore.DONE)) == people;
    });
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(people);
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(people);
  }
}
