package io.leadwell.acquire.capture;

import static io.leadwell.tables.capture.Tables.FORM_DAY;
import static org.jooq.impl.DSL.excluded;

import io.leadwell.base.platform.TablesReplaced;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts how often forms are shown, begun and refused, in memory, and writes the counts every few
 * seconds: showing a form costs no write. A server that is killed loses the counts of those
 * seconds; submissions are rows and are never lost.
 */
@Component
class FormCounts {

  /** What is counted. */
  enum What {
    VIEW,
    START,
    REFUSED
  }

  private record Day(UUID form, LocalDate day, Way way, @Nullable UUID channel) {}

  private record Counted(long views, long starts, long refused) {

    Counted plus(Counted other) {
      return new Counted(views + other.views, starts + other.starts, refused + other.refused);
    }
  }

  private static final long WRITE_EVERY_MS = 5_000;
  private static final int MOST = 20_000;

  private final DSLContext dsl;
  private final Clock clock;
  private Map<Day, Counted> counted = new HashMap<>();

  FormCounts(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  void count(What what, UUID form, Way way, @Nullable UUID channel) {
    Day day =
        new Day(form, LocalDate.ofInstant(clock.instant(), SubmissionStore.ZONE), way, channel);
    Counted one =
        new Counted(
            what == What.VIEW ? 1 : 0, what == What.START ? 1 : 0, what == What.REFUSED ? 1 : 0);
    synchronized (this) {
      if (counted.size() < MOST || counted.containsKey(day)) {
        counted.merge(day, one, Counted::plus);
      }
    }
  }

  @Scheduled(fixedDelay = WRITE_EVERY_MS)
  @PreDestroy
  void write() {
    Map<Day, Counted> taken = take();
    if (taken.isEmpty()) {
      return;
    }
    try {
      dsl.batch(taken.entrySet().stream().map(e -> upsert(e.getKey(), e.getValue())).toList())
          .execute();
    } catch (RuntimeException e) {
      putBack(taken);
      throw e;
    }
  }

  @EventListener
  synchronized void on(TablesReplaced replaced) {
    counted = new HashMap<>();
  }

  private org.jooq.Query upsert(Day day, Counted one) {
    return dsl.insertInto(FORM_DAY)
        .set(FORM_DAY.FORM_ID, day.form())
        .set(FORM_DAY.DAY, day.day())
        .set(FORM_DAY.WAY, day.way().word())
        .set(FORM_DAY.CHANNEL_ID, day.channel())
        .set(FORM_DAY.VIEWS, one.views())
        .set(FORM_DAY.STARTS, one.starts())
        .set(FORM_DAY.REFUSED, one.refused())
        .onConflict(FORM_DAY.FORM_ID, FORM_DAY.DAY, FORM_DAY.WAY, FORM_DAY.CHANNEL_ID)
        .doUpdate()
        .set(FORM_DAY.VIEWS, FORM_DAY.VIEWS.plus(excluded(FORM_DAY.VIEWS)))
        .set(FORM_DAY.STARTS, FORM_DAY.STARTS.plus(excluded(FORM_DAY.STARTS)))
        .set(FORM_DAY.REFUSED, FORM_DAY.REFUSED.plus(excluded(FORM_DAY.REFUSED)));
  }

  private synchronized Map<Day, Counted> take() {
    Map<Day, Counted> taken = counted;
    counted = new HashMap<>();
    return taken;
  }

  private synchronized void putBack(Map<Day, Counted> taken) {
    taken.forEach((day, one) -> counted.merge(day, one, Counted::plus));
  }
}
