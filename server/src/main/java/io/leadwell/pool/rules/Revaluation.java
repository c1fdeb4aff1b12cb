package io.leadwell.pool.rules;

import io.leadwell.base.platform.Database;
import io.leadwell.kernel.rules.Facts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks again at leads about which something changed, or for which the time has come. The marks go
 * in the transaction that keeps what was found: after a crash it is done once more, never lost. One
 * works at a time, on whatever server, so that no older answer replaces a newer one.
 */
@Service
public class Revaluation {

  /** Held by whoever says something of many leads at once, for as long as the transaction. */
  public static final String LOCK = "rules.revaluation";

  private static final Logger LOG = LoggerFactory.getLogger(Revaluation.class);
  private static final long LOOK_EVERY_MS = 500;
  private static final int AT_ONCE = 1_000;
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final StirredStore store;
  private final List<Valuer> valuers;
  private final Rules rules;
  private final Database database;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final boolean enabled;
  private final AtomicBoolean running = new AtomicBoolean();

  Revaluation(
      StirredStore store,
      List<Valuer> valuers,
      Rules rules,
      Database database,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${leadwell.revaluation.enabled:true}") boolean enabled) {
    this.store = store;
    this.valuers = valuers;
    this.rules = rules;
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
    this.enabled = enabled;
  }

  @Scheduled(fixedDelay = LOOK_EVERY_MS)
  void look() {
    if (!enabled || !running.compareAndSet(false, true)) {
      return;
    }
    Thread.ofVirtual()
        .name("revaluation")
        .start(() -> {
          try {
            while (store.anything(clock.instant()) && step() > 0) {
              // as long as somebody waits
            }
          } catch (RuntimeException e) {
            // Whatever it is, it comes round again.
            LOG.warn("Leads are looked at later: {}", e.toString());
          } finally {
            running.set(false);
          }
        });
  }

  /** Looks at some of those who wait; how many leads there were. */
  public int step() {
    try {
      return inOneTransaction(AT_ONCE);
    } catch (RuntimeException e) {
      LOG.warn("A thousand leads at once could not be looked at, one by one they are", e);
      return oneByOne();
    }
  }

  /** Every lead is looked at anew, behind whatever waits already. */
  public void everybody() {
    store.everybody();
  }

  /** These leads are looked at anew, as something was said of them that no table tells. */
  public void stir(Collection<UUID> leads) {
    store.stir(leads);
  }

  /** How many marks wait. */
  public int waiting() {
    return store.waiting();
  }

  private int inOneTransaction(int most) {
    Integer count =
        transactions.execute(_ -> {
          lock();
          // As exact as the database keeps it: what both compare must be the same.
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          Set<UUID> leads = store.take(most);
          if (leads.size() < most) {
            leads.addAll(store.due(most - leads.size(), now));
          }
          value(leads, now);
          return leads.size();
        });
    return count == null ? 0 : count;
  }

  /** What one lead does to the rules must not hold up the others. */
  private int oneByOne() {
    Set<UUID> leads = new HashSet<>();
    transactions.executeWithoutResult(_ -> {
      lock();
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      leads.addAll(store.take(AT_ONCE));
      leads.addAll(store.due(AT_ONCE, now));
      Map<UUID, Instant> soon = new HashMap<>();
      leads.forEach(lead -> soon.put(lead, now));
      store.sooner(soon);
    });
    for (UUID lead : leads) {
      try {
        transactions.executeWithoutResult(_ -> {
          lock();
          value(List.of(lead), clock.instant().truncatedTo(ChronoUnit.MICROS));
        });
      } catch (RuntimeException e) {
        LOG.error("Lead {} is looked at again in {}", lead, AGAIN, e);
        store.put(List.of(lead), Map.of(lead, clock.instant().plus(AGAIN)));
      }
    }
    return leads.size();
  }

  private void lock() {
    database.lock(LOCK);
  }

  private void value(Collection<UUID> leads, Instant now) {
    if (leads.isEmpty() || valuers.isEmpty()) {
      return;
    }
    Map<UUID, Facts> facts = rules.facts(leads, Rules.EVER);
    Map<UUID, Instant> due = new HashMap<>();
    for (Valuer valuer : valuers) {
      valuer
          .value(facts, now)
          .forEach(
              (lead, at) -> due.merge(lead, at, (one, other) -> one.isBefore(other) ? one : other));
    }
    List<UUID> gone = new ArrayList<>(leads);
    gone.removeAll(facts.keySet());
    if (!gone.isEmpty()) {
      valuers.forEach(valuer -> valuer.gone(gone));
    }
    store.put(leads, due);
  }
}
