package io.leadwell.measure.insights;

import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many, how fast, for how much. A caller's figures are those of the leads the caller may see;
 * every report is read from one snapshot, so its parts agree.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Reports {

  private final FunnelReport funnel;
  private final ChannelSheet sheet;
  private final DurationsReport durations;
  private final ContentRanking ranking;
  private final DataProblems problems;
  private final CockpitReport cockpit;
  private final LeadsBehind behindFigure;
  private final Leads leads;
  private final QuestionCheck check;
  private final Audit audit;

  Reports(
      FunnelReport funnel,
      ChannelSheet sheet,
      DurationsReport durations,
      ContentRanking ranking,
      DataProblems problems,
      CockpitReport cockpit,
      LeadsBehind behindFigure,
      Leads leads,
      QuestionCheck check,
      Audit audit) {
    this.funnel = funnel;
    this.sheet = sheet;
    this.durations = durations;
    this.ranking = ranking;
    this.problems = problems;
    this.cockpit = cockpit;
    this.behindFigure = behindFigure;
    this.leads = leads;
    this.check = check;
    this.audit = audit;
  }

  public Funnel funnel(Question question, Caller caller, Locale language) {
    return funnel.answer(check.checked(question), caller.visible(), language);
  }

  public Sheet channels(Question question, Caller caller, Locale language) {
    return sheet.answer(check.checked(question), caller.visible(), language);
  }

  public Durations durations(Question question, Caller caller, Locale language) {
    return durations.answer(check.checked(question), caller.visible(), language);
  }

  /** Contents, their authors or departments: how they were read and what they brought. */
  public Ranking contents(Question question, Caller caller, Locale language) {
    return ranking.answer(check.checked(question), caller.visible(), language);
  }

  public List<ProblemCount> problems(Question question, Caller caller, Locale language) {
    return problems.in(check.checked(question), caller.visible(), language);
  }

  public Cockpit cockpit(Question question, Caller caller, Locale language) {
    return cockpit.answer(check.checked(question), caller.visible(), language);
  }

  /** The leads behind a figure, the newest first; the total is the figure. */
  public Page<LeadRow> leads(Behind behind, Caller caller, @Nullable String cursor, int limit) {
    Behind counted = behind.of(check.checked(behind.question()));
    Page<UUID> ids = behindFigure.open(counted, caller.visible(), cursor, limit);
    return new Page<>(leads.rows(ids.items(), caller), ids.next(), ids.total(), ids.totalCapped());
  }

  /** Writes down that a report left the house. */
  @Transactional
  public void exported(String report, Question question, Caller caller) {
    audit.record(
        caller,
        "report.export",
        "report",
        report,
        report,
        Map.of(
            "by", question.by().word(),
            "basis", question.basis().word(),
            "from", String.valueOf(question.period().from()),
            "to", String.valueOf(question.period().to())));
  }
}
