package io.leadwell.pool.leads;

import io.leadwell.pool.imports.CaseFound;
import io.leadwell.pool.imports.CaseFound.Difference;
import io.leadwell.pool.imports.CaseFound.Sample;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import io.leadwell.pool.leads.Intake.Brought;
import io.leadwell.pool.leads.Intake.Outcome;
import io.leadwell.pool.leads.ListIntake.Read;
import io.leadwell.pool.leads.ListQuestions.Detail;
import io.leadwell.pool.leads.ListReading.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way of a list into the pool: straight, or by its rules. Counts what the rules meet. */
final class LeadWay {

  private static final int SAMPLES = 5;

  private final Intake intake;
  private final ListIntake lists;
  private final SiteTalks talks;
  private final ListRules rules;
  private final Map<ListCase, Long> met = new EnumMap<>(ListCase.class);
  private final Map<ListCase, List<Sample>> samples = new EnumMap<>(ListCase.class);

  LeadWay(Intake intake, ListIntake lists, SiteTalks talks, ListRules rules) {
    this.intake = intake;
    this.lists = lists;
    this.talks = talks;
    this.rules = rules;
  }

  RowCounts foresee(List<Observation> seen) {
    if (rules.none()) {
      return straight(intake.foresee(seen));
    }
    List<Read> read = lists.look(seen, rules);
    read.forEach(this::note);
    return counted(read);
  }

  RowCounts bring(List<Observation> seen) {
    if (!rules.none()) {
      return counted(lists.bring(seen, rules));
    }
    List<Brought> brought = intake.bring(seen);
    talks.announce(seen, brought, rules.taskHours());
    return straight(brought.stream().map(Brought::outcome).toList());
  }

  List<CaseFound> cases() {
    List<CaseFound> cases = new ArrayList<>();
    met.forEach((one, count) ->
        cases.add(
            new CaseFound(
                one.word(),
                rules.action(one).word(),
                count,
                Objects.requireNonNullElse(samples.get(one), List.of()))));
    return cases;
  }

  /** What is here is masked: many read a report, and not all of them may see contacts. */
  private void note(Read read) {
    Row row = read.row();
    if (row == null) {
      return;
    }
    met.merge(row.met(), 1L, Long::sum);
    List<Sample> shown = samples.computeIfAbsent(row.met(), _ -> new ArrayList<>());
    Observation seen = read.keyed().seen();
    if (shown.size() < SAMPLES) {
      shown.add(
          new Sample(
              seen.rowNumber() == null ? 0 : seen.rowNumber(),
              called(seen),
              row.differences().stream()
                  .map(one -> ListQuestions.detail(one, false))
                  .map(LeadWay::difference)
                  .toList()));
    }
  }

  private static Difference difference(Detail detail) {
    return new Difference(detail.field(), detail.have(), detail.says(), detail.owner());
  }

  private static @Nullable String called(Observation seen) {
    String name = seen.fact(Fact.NAME);
    return name == null ? seen.sourceKey() : name;
  }

  private static RowCounts straight(List<Outcome> outcomes) {
    int[] count = new int[Outcome.values().length];
    outcomes.forEach(outcome -> count[outcome.ordinal()]++);
    return new RowCounts(
        count[Outcome.FRESH.ordinal()],
        count[Outcome.CHANGED.ordinal()],
        count[Outcome.SAME.ordinal()]);
  }

  private static RowCounts counted(List<Read> read) {
    RowCounts in =
        straight(
            read.stream()
                .filter(one -> one.row() == null || one.comesIn())
                .map(Read::outcome)
                .toList());
    int waiting = count(read, ListAction.ASK);
    int leftOut = count(read, ListAction.SKIP);
    return new RowCounts(in.fresh(), in.changed(), in.same(), waiting, leftOut);
  }

  private static int count(List<Read> read, ListAction action) {
    return Math.toIntExact(
        read.stream().map(Read::row).filter(row -> row != null && row.action() == action).count());
  }
}
