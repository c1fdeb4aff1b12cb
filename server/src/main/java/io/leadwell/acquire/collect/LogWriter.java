package io.leadwell.acquire.collect;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes loads in one transaction: hits into the log, bad ones into quarantine, and the counts. */
@Component
class LogWriter {

  private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

  /** As many bad hits of a site are kept as somebody would look at. */
  private static final int MOST_QUARANTINED = 5_000;

  private final EventLog log;
  private final QuarantineStore quarantine;
  private final Tallies tallies;
  private final Days days;
  private final TransactionTemplate transaction;

  LogWriter(
      EventLog log,
      QuarantineStore quarantine,
      Tallies tallies,
      Days days,
      TransactionTemplate transaction) {
    this.log = log;
    this.quarantine = quarantine;
    this.tallies = tallies;
    this.days = days;
    this.transaction = transaction;
  }

  /**
   * What became of each load, in their order; when it returns, the disk has it. A hit that the
   * database will not have, whatever is wrong with it, does not take the others along.
   */
  List<Committed> write(List<Load> loads) {
    try {
      return together(loads);
    } catch (RuntimeException e) {
      if (!isAboutData(e)) {
        throw e;
      }
      // Among other things this is what a missing partition looks like.
      days.forget();
      if (loads.size() > 1) {
        int half = loads.size() / 2;
        List<Committed> all = new ArrayList<>(write(loads.subList(0, half)));
        all.addAll(write(loads.subList(half, loads.size())));
        return all;
      }
      return List.of(oneByOne(loads.getFirst(), e));
    }
  }

  private Committed oneByOne(Load load, RuntimeException failure) {
    if (load.size() > 1) {
      List<Load> parts = new ArrayList<>();
      load.hits().forEach(hit -> parts.add(new Load(List.of(hit), List.of(), load.aside())));
      load.quarantined().forEach(bad -> parts.add(new Load(List.of(), List.of(bad), load.aside())));
      return write(parts).stream().reduce(Committed.NOTHING, Committed::plus);
    }
    Quarantined aside = load.hits().isEmpty() ? null : load.aside().apply(load.hits().getFirst());
    if (aside == null) {
      throw failure;
    }
    LOG.error("A hit cannot be stored and goes into quarantine", failure);
    return together(List.of(new Load(List.of(), List.of(aside), load.aside()))).getFirst();
  }

  private List<Committed> together(List<Load> loads) {
    Map<UUID, Hit> hits = new LinkedHashMap<>();
    for (Load load : loads) {
      for (Hit hit : load.hits()) {
        hits.putIfAbsent(hit.id(), hit);
      }
    }
    hits.values().forEach(hit -> days.open(Days.of(hit.receivedAt())));
    List<Committed> done = Objects.requireNonNull(transaction.execute(_ -> writeAll(loads, hits)));
    for (Committed each : done) {
      tallies.ended(Ending.STORED, each.stored());
      tallies.ended(Ending.DUPLICATE, each.duplicate());
      tallies.ended(Ending.QUARANTINED, each.quarantined());
      tallies.ended(Ending.REJECTED, each.rejected());
    }
    return done;
  }

  private List<Committed> writeAll(List<Load> loads, Map<UUID, Hit> fresh) {
    Set<UUID> known = log.append(fresh.values());
    known.forEach(fresh::remove);
    Map<Tallies.Key, Long> counts = new HashMap<>();
    List<Quarantined> bad = new ArrayList<>();
    Map<String, Integer> room = new HashMap<>();
    LocalDate today = days.today();
    List<Committed> done = new ArrayList<>(loads.size());
    for (Load load : loads) {
      int stored = 0;
      int kept = 0;
      for (Hit hit : load.hits()) {
        // The first of several equal ones is the one that is stored.
        boolean first = fresh.remove(hit.id()) != null;
        stored += first ? 1 : 0;
        Ending ending = first ? Ending.STORED : Ending.DUPLICATE;
        count(counts, today, hit.site(), Tallies.LOG_STEP, ending.word());
      }
      for (Quarantined hit : load.quarantined()) {
        int left =
            room.computeIfAbsent(hit.site(), site -> MOST_QUARANTINED - quarantine.count(site));
        Reason reason = left > 0 ? hit.reason() : Reason.QUARANTINE_FULL;
        if (left > 0) {
          bad.add(hit);
          kept++;
          room.put(hit.site(), left - 1);
        }
        count(counts, today, hit.site(), hit.step(), reason.word());
      }
      done.add(
          new Committed(
              stored, load.hits().size() - stored, kept, load.quarantined().size() - kept));
    }
    quarantine.add(bad);
    tallies.write(counts);
    return done;
  }

  private static void count(
      Map<Tallies.Key, Long> counts, LocalDate day, String site, String step, String outcome) {
    counts.merge(new Tallies.Key(day, site, step, outcome), 1L, Long::sum);
  }

  /** Whether it is about the rows and not about the connection: values (22, 54), rules (23). */
  private static boolean isAboutData(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
      }
    }
    return false;
  }
}
