package io.leadwell.acquire.collect;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The days of the log: each is a partition, made before it comes and dropped when it is old. */
@Component
class Days {

  private static final Logger LOG = LoggerFactory.getLogger(Days.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int AHEAD = 3;
  private static final long HOUR_MS = 3_600_000;

  private final DSLContext dsl;
  private final EventLog log;
  private final RetentionStore retention;
  private final Clock clock;
  private final Set<LocalDate> open = ConcurrentHashMap.newKeySet();

  Days(DSLContext dsl, EventLog log, RetentionStore retention, Clock clock) {
    this.dsl = dsl;
    this.log = log;
    this.retention = retention;
    this.clock = clock;
  }

  static LocalDate of(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  static Instant beginning(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  LocalDate today() {
    return of(clock.instant());
  }

  /** Makes the partition of a day, unless it is there. Not within the log's own transaction. */
  void open(LocalDate day) {
    if (open.contains(day)) {
      return;
    }
    call("open_day", Object.class, DSL.val(day));
    open.add(day);
  }

  /** After the database has said that a partition is missing: somebody has dropped it. */
  void forget() {
    open.clear();
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    keep();
  }

  /** Makes the next days and drops those that are kept no longer. */
  @Scheduled(fixedDelay = HOUR_MS, initialDelay = HOUR_MS)
  void keep() {
    try {
      LocalDate today = today();
      for (int i = 0; i <= AHEAD; i++) {
        open(today.plusDays(i));
      }
      dropOld(today);
    } catch (DataAccessException e) {
      // Somebody reads what is to be dropped, or the database is away: within the hour again.
      LOG.warn("The days of the log were not tidied up: {}", e.toString());
    }
  }

  /** How many days were dropped. */
  int dropOld(LocalDate today) {
    LocalDate firstKept = today.minusDays(retention.current().hitDays());
    Integer dropped =
        call("drop_days", Integer.class, DSL.val(firstKept), DSL.val(log.readByAll()));
    retention.forget(firstKept, today);
    return dropped;
  }

  private <T> T call(String function, Class<T> type, Field<?>... arguments) {
    return dsl.select(DSL.function(DSL.name("collect", function), type, arguments))
        .fetchSingle()
        .value1();
  }
}
