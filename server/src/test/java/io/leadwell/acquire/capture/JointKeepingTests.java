package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.FormWorld.visit;
import static io.leadwell.acquire.capture.Samples.posted;
import static io.leadwell.tables.capture.Tables.SUBMISSION;
import static io.leadwell.tables.collect.Tables.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** Many forms that are sent in the same moment, and kept together. */
@OnPostgres
@Import({FormWorld.class, JointKeepingTests.Stubborn.class})
class JointKeepingTests {

  private static final int SENDERS = 40;

  /** Somebody who hears of submissions and will have none of some forms. */
  @TestComponent
  static class Stubborn {

    final Set<UUID> unwanted = ConcurrentHashMap.newKeySet();

    @EventListener
    void hear(FormSubmitted submitted) {
      if (unwanted.contains(submitted.formId())) {
        throw new IllegalStateException("unwanted");
      }
    }
  }

  @Autowired private FormWorld world;
  @Autowired private OpenForms forms;
  @Autowired private Stubborn stubborn;
  @Autowired private DSLContext dsl;

  @BeforeEach
  void open() {
    world.open();
    stubborn.unwanted.clear();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void of_those_who_come_at_once_each_is_kept_for_itself_and_one_that_fails_alone() {
    Form wanted = world.asking("wanted");
    Form other = world.asking("other");
    Form unwanted = world.asking("unwanted");
    stubborn.unwanted.add(unwanted.id());
    List<Form> all = List.of(wanted, other, unwanted, other);
    List<Future<Taking>> sent = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SENDERS; i++) {
        Form form = all.get(i % all.size());
        // Two of them are the same person, over two forms.
        String phone = "138%08d".formatted(i / 2);
        Posted filled = posted(world.filled(form, "name", "人" + i / 2, "phone", phone));
        String address = "10.1.2." + i;
        UUID visitor = UUID.randomUUID();
        sent.add(
            threads.submit(() -> {
              start.await();
              return forms.take(form.slug(), visit(form.slug(), null, visitor, address), filled);
            }));
      }
      start.countDown();
    }
    Set<UUID> kept = new HashSet<>();
    for (int i = 0; i < SENDERS; i++) {
      Future<Taking> each = sent.get(i);
      if (all.get(i % all.size()).equals(unwanted)) {
        assertThatThrownBy(each::get).hasRootCauseMessage("unwanted");
      } else {
        Taking.Taken taken = (Taking.Taken) each.resultNow();
        assertThat(taken.leadId()).isNotNull();
        kept.add(taken.submissionId());
      }
    }
    assertThat(kept).hasSize(SENDERS * 3 / 4);
    assertThat(dsl.select(SUBMISSION.ID).from(SUBMISSION).fetchSet(SUBMISSION.ID)).isEqualTo(kept);
    assertThat(world.people()).isEqualTo(SENDERS / 2);
    assertThat(world.leads()).isEqualTo(SENDERS / 2);
    assertThat(world.touches()).isEqualTo(kept.size());
    assertThat(dsl.fetchCount(VISITOR, VISITOR.PERSON_ID.isNotNull())).isEqualTo(kept.size());
  }

  @Test
  void a_form_that_is_sent_twice_at_once_is_one_submission_for_both() throws Exception {
    Form form = world.asking("demo");
    Posted filled = posted(world.filled(form, "name", "李雷", "phone", FormWorld.PHONE));
    List<Future<Taking>> sent = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SENDERS; i++) {
        String address = "10.1.3." + i;
        sent.add(
            threads.submit(() -> {
              start.await();
              return forms.take("demo", visit("demo", null, null, address), filled);
            }));
      }
      start.countDown();
    }
    Set<UUID> kept = new HashSet<>();
    for (Future<Taking> each : sent) {
      kept.add(((Taking.Taken) each.get()).submissionId());
    }
    assertThat(kept).hasSize(1);
    assertThat(dsl.fetchCount(SUBMISSION)).isOne();
    assertThat(world.touches()).isOne();
  }
}
