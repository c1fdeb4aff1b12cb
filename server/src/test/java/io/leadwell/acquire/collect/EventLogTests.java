package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.HIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Ids;
import io.leadwell.testing.OnPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class EventLogTests {

  @Autowired private EventLog log;
  @Autowired private Days days;
  @Autowired private VisitReader visits;
  @Autowired private Clock clock;
  @Autowired private DSLContext dsl;
  @Autowired private TransactionTemplate transaction;
  private Instant now = Instant.EPOCH;

  @BeforeEach
  void open() {
    now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
  }

  @Test
  void hits_are_read_in_the_order_in_which_they_were_appended() {
    List<Hit> hits = hits(50);
    append(hits.subList(0, 20));
    append(hits.subList(20, 50));
    List<Logged> first = log.read(0, 30);
    List<Logged> rest = log.read(first.getLast().position(), 1_000);
    List<Hit> read = new ArrayList<>();
    first.forEach(logged -> read.add(logged.hit()));
    rest.forEach(logged -> read.add(logged.hit()));
    assertThat(read).isEqualTo(hits);
    assertThat(log.end()).isEqualTo(rest.getLast().position());
  }

  @Test
  void an_id_is_stored_once_whoever_brings_it_again() {
    List<Hit> hits = hits(30);
    assertThat(append(hits)).isEmpty();
    List<Hit> again = new ArrayList<>(hits.subList(10, 30));
    again.addAll(hits(5));
    assertThat(append(again)).containsExactlyInAnyOrderElementsOf(ids(hits.subList(10, 30)));
    assertThat(append(hits)).hasSize(30);
    assertThat(dsl.fetchCount(HIT)).isEqualTo(35);
  }

  @Test
  void a_repeat_is_known_for_a_week_over_the_partitions_of_days() {
    for (int after = 0; after <= EventLog.DAYS_OF_REPEATS; after++) {
      Instant first = now.minus(Duration.ofDays(after));
      Hit hit = hit(idMadeAt(first), first);
      append(List.of(hit));
      assertThat(append(List.of(hit.received(now)))).as("after %d days", after).hasSize(1);
    }
  }

  @Test
  void an_id_that_does_not_say_when_it_was_made_or_says_nonsense_is_known_as_well() {
    for (UUID id :
        List.of(
            UUID.randomUUID(),
            idMadeAt(Instant.parse("2009-01-01T00:00:00Z")),
            idMadeAt(now.plus(Duration.ofDays(4_000))))) {
      Hit hit = hit(id, now.minus(Duration.ofDays(5)));
      append(List.of(hit));
      assertThat(append(List.of(hit.received(now)))).containsExactly(id);
    }
  }

  @Test
  void midnight_divides_no_repeat_from_its_first() {
    LocalDate today = days.today();
    Instant before = Days.beginning(today).minusMillis(1);
    Hit hit = hit(idMadeAt(before), before);
    append(List.of(hit));
    assertThat(append(List.of(hit.received(before.plusMillis(2))))).hasSize(1);
    // By a clock that is ahead the id was made today, though it was here yesterday.
    Hit ahead = hit(idMadeAt(before.plusSeconds(600)), before);
    append(List.of(ahead));
    assertThat(append(List.of(ahead.received(now)))).hasSize(1);
  }

  @Test
  void writers_at_once_double_nothing_and_leave_no_position_to_be_filled_behind_a_reader()
      throws Exception {
    int writers = 4;
    List<Hit> shared = hits(400);
    CountDownLatch go = new CountDownLatch(1);
    List<Long> seen = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> work = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        Random random = new Random(writer);
        work.add(
            threads.submit(() -> {
              go.await();
              for (int i = 0; i < 40; i++) {
                int from = random.nextInt(380);
                append(shared.subList(from, from + 1 + random.nextInt(20)));
              }
              return null;
            }));
      }
      Future<?> reader =
          threads.submit(() -> {
            go.await();
            long position = 0;
            while (!Thread.currentThread().isInterrupted() && seen.size() < 10_000) {
              for (Logged logged : log.read(position, 7)) {
                assertThat(logged.position()).isGreaterThan(position);
                position = logged.position();
                seen.add(position);
              }
              if (work.stream().allMatch(Future::isDone) && log.read(position, 1).isEmpty()) {
                return null;
              }
            }
            return null;
          });
      go.countDown();
      for (Future<?> each : work) {
        each.get();
      }
      reader.get();
    }
    List<Long> stored =
        dsl.select(HIT.POSITION).from(HIT).orderBy(HIT.POSITION).fetch(HIT.POSITION);
    assertThat(seen).isEqualTo(stored);
    Set<UUID> ids = new HashSet<>(dsl.select(HIT.ID).from(HIT).fetch(HIT.ID));
    assertThat(ids).hasSameSizeAs(stored);
  }

  @Test
  void a_position_and_what_was_made_of_the_hits_stand_or_fall_together() {
    append(hits(10));
    assertThatThrownBy(() ->
            transaction.executeWithoutResult(_ -> {
              assertThat(log.take("test")).isEqualTo(OptionalLong.of(0));
              log.commit("test", 10);
              throw new IllegalStateException("died");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(log.position("test")).isZero();
    transaction.executeWithoutResult(_ -> {
      log.take("test");
      log.commit("test", 10);
    });
    assertThat(log.position("test")).isEqualTo(10);
  }

  @Test
  void of_two_readers_of_one_name_one_reads() throws Exception {
    transaction.executeWithoutResult(_ -> log.take("test"));
    transaction.executeWithoutResult(_ -> {
      assertThat(log.take("test")).isPresent();
      try (ExecutorService other = Executors.newSingleThreadExecutor()) {
        Future<OptionalLong> there =
            other.submit(() -> Objects.requireNonNull(transaction.execute(_ -> log.take("test"))));
        assertThat(there.get()).isEmpty();
      } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  @Test
  void days_are_dropped_when_they_are_old_and_everybody_has_read_them() {
    LocalDate today = days.today();
    Instant old = now.minus(Duration.ofDays(200));
    append(List.of(hit(idMadeAt(old), old)));
    append(hits(3));
    transaction.executeWithoutResult(_ -> log.take("slow"));
    days.dropOld(today);
    assertThat(dsl.fetchCount(HIT)).isEqualTo(4);

    transaction.executeWithoutResult(_ -> log.commit("slow", log.end()));
    assertThat(visits.await(Duration.ofSeconds(60))).isTrue();
    assertThat(days.dropOld(today)).isPositive();
    assertThat(dsl.fetchCount(HIT)).isEqualTo(3);

    // A day that is needed again after all is made again.
    days.forget();
    append(List.of(hit(idMadeAt(old), old)));
    assertThat(dsl.fetchCount(HIT)).isEqualTo(4);
  }

  private Set<UUID> append(List<Hit> hits) {
    hits.forEach(hit -> days.open(Days.of(hit.receivedAt())));
    return Objects.requireNonNull(transaction.execute(_ -> log.append(hits)));
  }

  private List<Hit> hits(int count) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hits.add(hit(Ids.next(), now));
    }
    return hits;
  }

  private static List<UUID> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }

  private static Hit hit(UUID id, Instant received) {
    HitFacts facts =
        new HitFacts(
            "https://www.example.com/\\x\t\n'\"",
            "标题",
            null,
            null,
            null,
            12L,
            3,
            java.util.Map.of("a", "b"),
            null,
            "zh-CN",
            null,
            new Device("desktop", "Windows", null, "wecom"),
            Place.UNKNOWN,
            received,
            received,
            null);
    return new Hit(
        id,
        "abcdefghij",
        Hit.PAGE,
        UUID.randomUUID(),
        UUID.randomUUID(),
        received,
        received,
        facts);
  }

  private static UUID idMadeAt(Instant at) {
    UUID random = UUID.randomUUID();
    return new UUID(
        (at.toEpochMilli() << 16) | 0x7000L | (random.getMostSignificantBits() & 0xFFFL),
        random.getLeastSignificantBits());
  }
}
