package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.TALLY;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what came in and what became of it. What is kept is counted in the transaction that keeps
 * it, so those counts are exact whatever dies; what is turned away is written down every second.
 */
@Component
class Tallies {

  private static final Logger LOG = LoggerFactory.getLogger(Tallies.class);

  /** Step under which kept hits are counted. */
  static final String LOG_STEP = "log";

  /** What is counted apart. {@code outcome} is stored, duplicate, or the word of a reason. */
  record Key(LocalDate day, String site, String step, String outcome) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int order = day.compareTo(other.day);
      order = order == 0 ? site.compareTo(other.site) : order;
      order = order == 0 ? step.compareTo(other.step) : order;
      return order == 0 ? outcome.compareTo(other.outcome) : order;
    }
  }

  private final DSLContext dsl;
  private final TransactionTemplate transaction;
  private final LongAdder entered = new LongAdder();
  private final Map<Ending, LongAdder> ended = new EnumMap<>(Ending.class);
  private final Map<Key, Long> unwritten = new ConcurrentHashMap<>();

  Tallies(DSLContext dsl, TransactionTemplate transaction) {
    this.dsl = dsl;
    this.transaction = transaction;
    for (Ending ending : Ending.values()) {
      ended.put(ending, new LongAdder());
    }
  }

  void entered(long hits) {
    entered.add(hits);
  }

  void ended(Ending ending, long hits) {
    adder(ending).add(hits);
  }

  /** Hits that are turned away at a step. */
  void turnedAway(LocalDate day, String site, String step, Reason reason, long hits) {
    ended(reason.ending(), hits);
    unwritten.merge(new Key(day, site, step, reason.word()), hits, Long::sum);
  }

  /** Since the start of this process: what entered, and how much of it ended how. */
  Balance balance() {
    Map<Ending, Long> sums = new EnumMap<>(Ending.class);
    ended.forEach((ending, adder) -> sums.put(ending, adder.sum()));
    return new Balance(entered.sum(), sums);
  }

  /** Adds to the written counts, within the caller's transaction. */
  void write(Map<Key, Long> counts) {
    // In one order, so that two writers cannot wait for each other.
    new TreeMap<>(counts)
        .forEach((key, hits) ->
            dsl.insertInto(TALLY)
                .set(TALLY.DAY, key.day())
                .set(TALLY.SITE, key.site())
                .set(TALLY.STEP, key.step())
                .set(TALLY.OUTCOME, key.outcome())
                .set(TALLY.HITS, hits)
                .onConflict(TALLY.DAY, TALLY.SITE, TALLY.STEP, TALLY.OUTCOME)
                .doUpdate()
                .set(TALLY.HITS, TALLY.HITS.plus(DSL.excluded(TALLY.HITS)))
                .execute());
  }

  @Scheduled(fixedDelay = 1_000)
  void write() {
    Map<Key, Long> counts = new HashMap<>();
    for (Key key : List.copyOf(unwritten.keySet())) {
      Long hits = unwritten.remove(key);
      if (hits != null) {
        counts.put(key, hits);
      }
    }
    if (counts.isEmpty()) {
      return;
    }
    try {
      transaction.executeWithoutResult(_ -> write(counts));
    } catch (DataAccessException e) {
      counts.forEach((key, hits) -> unwritten.merge(key, hits, Long::sum));
      LOG.warn("Counts could not be written, in a second again: {}", e.toString());
    }
  }

  private LongAdder adder(Ending ending) {
    return java.util.Objects.requireNonNull(ended.get(ending));
  }
}
