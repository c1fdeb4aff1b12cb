package io.leadwell.pool.segments;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.rules.Rule;
import io.leadwell.pool.rules.Revaluation;
import io.leadwell.pool.rules.Rules;
import io.leadwell.tables.segments.tables.records.SegmentRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gathers the members of a segment whose rule is new: one query over all leads. Leads that change
 * meanwhile are looked at afterwards, as both have one lock.
 */
@Component
class Gathering {

  private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
  private static final long LOOK_EVERY_MS = 500;
  private static final long MEANING_EVERY_MS = 60_000;

  private final SegmentStore store;
  private final SegmentRules segmentRules;
  private final MemberStore members;
  private final Rules rules;
  private final Revaluation revaluation;
  private final Database database;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final boolean enabled;
  private final AtomicBoolean running = new AtomicBoolean();

  Gathering(
      SegmentStore store,
      SegmentRules segmentRules,
      MemberStore members,
      Rules rules,
      Revaluation revaluation,
      Database database,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${leadwell.revaluation.enabled:true}") boolean enabled) {
    this.store = store;
    this.segmentRules = segmentRules;
    this.members = members;
    this.rules = rules;
    this.revaluation = revaluation;
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
    this.enabled = enabled;
  }

  @Scheduled(fixedDelay = LOOK_EVERY_MS)
  void look() {
    if (!enabled || store.waiting().isEmpty() || !running.compareAndSet(false, true)) {
      return;
    }
    Thread.ofVirtual()
        .name("gathering")
        .start(() -> {
          try {
            while (step()) {
              // as long as one waits
            }
          } catch (RuntimeException e) {
            // Whatever it is, it comes round again.
            LOG.warn("Members of a segment are gathered later: {}", e.toString());
          } finally {
            running.set(false);
          }
        });
  }

  /** Gathers one; whether there was one. */
  boolean step() {
    return Boolean.TRUE.equals(
        transactions.execute(_ -> {
          database.lock(Revaluation.LOCK);
          Optional<SegmentRow> waiting = store.waiting();
          waiting.ifPresent(this::gather);
          return waiting.isPresent();
        }));
  }

  private void gather(SegmentRow segment) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try {
      Rule rule = segmentRules.of(segment);
      members.gather(segment.getId(), rules.leads(rule, Visible.everything(), now), now);
      store.gathered(segment.getId(), segment.getVersion(), rule.toString(), now);
      if (rule.changesWithTime()) {
        // When each of them does is found by looking at each.
        revaluation.everybody();
      }
    } catch (Problem problem) {
      store.broken(segment.getId(), blamed(problem));
    }
  }

  /** A channel that hangs elsewhere by now is meant by other rules; a field may be back. */
  @Scheduled(fixedDelay = MEANING_EVERY_MS)
  void meaning() {
    if (enabled) {
      understandAgain();
    }
  }

  void understandAgain() {
    for (SegmentRow segment : store.dynamic()) {
      try {
        boolean same = segmentRules.of(segment).toString().equals(segment.getMeant());
        if (segment.getBroken() != null
            || !same && segment.getGatheredVersion().equals(segment.getVersion())) {
          store.again(segment.getId());
        }
      } catch (Problem problem) {
        if (segment.getBroken() == null) {
          store.broken(segment.getId(), blamed(problem));
        }
      }
    }
  }

  static String blamed(Problem problem) {
    return problem.fields().isEmpty() ? "rule" : problem.fields().getFirst().field();
  }
}
