package io.leadwell.measure.insights;

import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Many who change leads at once, and the folding of the tally beside them. */
@OnPostgres
class LeadTallyAtOnceTests extends CountedLeads {

  @Test
  void four_writers_folding_and_recounting_at_once_lose_and_double_nothing() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> changing = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Random random = new Random(i);
        World own = new World(dsl);
        changing.add(
            threads.submit(() -> {
              for (int n = 0; n < 60; n++) {
                transaction.executeWithoutResult(_ -> change(own, random));
              }
            }));
      }
      List<Future<?>> folding = new ArrayList<>();
      for (Runnable upkeep : List.<Runnable>of(this::foldNow, this::recountNow)) {
        folding.add(
            threads.submit(() -> {
              while (!over.get()) {
                upkeep.run();
              }
            }));
      }
      for (Future<?> one : changing) {
        one.get();
      }
      over.set(true);
      for (Future<?> one : folding) {
        one.get();
      }
    }
    assertThat(dsl.fetchCount(LEAD)).isPositive();
    assertEqualToReading();
  }

  @Test
  void nobody_waits_for_anothers_commit_to_count_under_the_same_key() throws Exception {
    new World(dsl).lead(origins.getFirst(), START);
    foldNow();
    int atOnce = 5;
    // Nobody passes before all have written, and nobody commits before they pass: one who waited
    // for another's commit would keep all of them here.
    CyclicBarrier allHaveWritten = new CyclicBarrier(atOnce);
    List<Runnable> changes = new ArrayList<>(List.of(this::foldNow));
    for (int i = 1; i < atOnce; i++) {
      changes.add(() -> new World(dsl).lead(origins.getFirst(), START));
    }
    try (var threads = Executors.newFixedThreadPool(atOnce)) {
      List<Future<?>> running = new ArrayList<>();
      for (Runnable change : changes) {
        running.add(
            threads.submit(() ->
                transaction.executeWithoutResult(_ -> {
                  change.run();
                  await(allHaveWritten);
                })));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(atOnce);
    assertEqualToReading();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("Somebody waits for another's commit", e);
    }
  }
}
