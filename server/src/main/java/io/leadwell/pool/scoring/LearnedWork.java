package io.leadwell.pool.scoring;

import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.scoring.LeadTable;
import io.leadwell.kernel.scoring.ScoreResult;
import io.leadwell.kernel.scoring.ScoreTraining;
import io.leadwell.kernel.scoring.ScoredLeads.ScoredLead;
import io.leadwell.kernel.scoring.TrainedScore;
import io.leadwell.kernel.scoring.TrainingPlan;
import io.leadwell.pool.rules.Rules;
import io.leadwell.pool.scoring.Learned.Out;
import io.leadwell.pool.scoring.Learned.Report;
import io.leadwell.pool.scoring.Learned.Tenth;
import io.leadwell.pool.scoring.Learned.Used;
import io.leadwell.tables.scoring.tables.records.LearnedRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reads the leads there are, learns from those that ended, and says what it thinks of each. */
@Component
class LearnedWork {

  private static final Logger LOG = LoggerFactory.getLogger(LearnedWork.class);
  private static final int MOST = 100_000;
  private static final int AT_ONCE = 500;
  private static final int REASONS = 5;
  private static final long SEED = 1;

  private final LearnedStore store;
  private final SimulationStore leads;
  private final Rules rules;
  private final TransactionTemplate transactions;
  private final JsonMapper json;
  private final Clock clock;

  LearnedWork(
      LearnedStore store,
      SimulationStore leads,
      Rules rules,
      TransactionTemplate transactions,
      JsonMapper json,
      Clock clock) {
    this.store = store;
    this.leads = leads;
    this.rules = rules;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  void run(UUID id) {
    try {
      store.find(id).ifPresent(this::work);
    } catch (RuntimeException e) {
      LOG.error("Learning a score failed", e);
      store.end(id, "failed");
    }
  }

  private void work(LearnedRow learned) {
    UUID id = learned.getId();
    Instant now = clock.instant();
    Select<Record1<UUID>> all =
        rules.leads(rules.understand(Condition.everybody()), Visible.everything(), now);
    boolean sampled = leads.count(all) > MOST;
    List<UUID> ids = leads.some(all, MOST);
    LearnedTable read = new LearnedTable(now);
    List<UUID> rows = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      if (!store.progress(id, from, ids.size(), clock.instant())) {
        return;
      }
      List<UUID> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      for (Map.Entry<UUID, Facts> each : rules.facts(some, Rules.EVER).entrySet()) {
        read.add(each.getValue());
        rows.add(each.getKey());
      }
    }
    if (!store.progress(id, ids.size(), ids.size(), clock.instant())) {
      return;
    }
    LeadTable table = read.table();
    switch (trained(table)) {
      case TrainedScore score ->
          transactions.executeWithoutResult(_ -> {
            if (store.end(id, "done", json.writeValueAsString(report(score, sampled)))) {
              store.keep(learned.getVersion(), chances(learned.getVersion(), score, rows));
            }
          });
      case ScoreResult.NotEnough(
              String _,
              int closed,
              int wins,
              int _,
              int leastRows,
              int leastOfEach) ->
          store.end(
              id,
              "not_enough",
              json.writeValueAsString(
                  tooFew(closed, wins, leastRows, leastOfEach, rows.size() - closed, sampled)));
      case ScoreResult.Unlearnable _ ->
          store.end(id, "not_enough", json.writeValueAsString(unlearnable(table, sampled)));
    }
  }

  private static ScoreResult trained(LeadTable table) {
    return ScoreTraining.train(
        table,
        new TrainingPlan(
            LearnedTable.OUTCOME,
            LearnedTable.WON,
            LearnedTable.FIRST_CONTACT,
            null,
            // It is when, not who: it only cuts earlier from later.
            Set.of(LearnedTable.FIRST_CONTACT),
            Set.of(),
            SEED));
  }

  /** All won, none won, or nothing known of anybody. */
  private static Report unlearnable(LeadTable table, boolean sampled) {
    int closed = 0;
    int wins = 0;
    for (int row = 0; row < table.rows(); row++) {
      String outcome = table.cell(row, 0);
      closed += outcome.isEmpty() ? 0 : 1;
      wins += outcome.equals(LearnedTable.WON) ? 1 : 0;
    }
    return tooFew(
        closed,
        wins,
        ScoreTraining.LEAST_ROWS,
        ScoreTraining.LEAST_OF_EACH,
        table.rows() - closed,
        sampled);
  }

  private static Report tooFew(
      int closed, int wins, int leastRows, int leastOfEach, int open, boolean sampled) {
    return new Report(
        closed,
        wins,
        leastRows,
        leastOfEach,
        open,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        sampled,
        List.of(),
        List.of(),
        List.of());
  }

  private static Report report(TrainedScore score, boolean sampled) {
    TrainedScore.OutOfTime later = score.outOfTime();
    return new Report(
        score.rows(),
        score.positives(),
        ScoreTraining.LEAST_ROWS,
        ScoreTraining.LEAST_OF_EACH,
        score.unlabelled(),
        score.model().name().toLowerCase(Locale.ROOT),
        score.auc(),
        score.standardError(),
        later == null ? null : (Double) later.auc(),
        later == null ? null : (Double) later.standardError(),
        later == null ? null : later.from().toString(),
        score.expectedError(),
        sampled,
        score.calibration().stream()
            .map(tenth -> new Tenth(tenth.predicted(), tenth.actual(), tenth.rows()))
            .toList(),
        score.used().stream()
            .map(used -> new Used(used.column(), used.informationValue(), used.auc()))
            .toList(),
        score.leftOut().stream().map(out -> new Out(out.column(), word(out.why()))).toList());
  }

  private static String word(@Nullable Enum<?> of) {
    return of == null ? "" : of.name().toLowerCase(Locale.ROOT);
  }

  private Iterable<Object[]> chances(int version, TrainedScore score, List<UUID> rows) {
    return () ->
        IntStream.range(0, rows.size())
            .mapToObj(row -> {
              ScoredLead lead = score.leads().of(row, REASONS);
              List<Learned.Reason> reasons =
                  lead.reasons().stream()
                      .map(reason -> new Learned.Reason(reason.column(), reason.points()))
                      .toList();
              return new Object[] {
                version, rows.get(row), lead.probability(), json.writeValueAsString(reasons)
              };
            })
            .iterator();
  }
}
