package io.leadwell.measure.insights;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
  private final DataProblems problems;
  private final CockpitReport cockpit;
  private final LeadsBehind behindFigure;
  private final Leads leads;
  private final Channels channels;
  private final Audit audit;

  Reports(
      FunnelReport funnel,
      ChannelSheet sheet,
      DurationsReport durations,
      DataProblems problems,
      CockpitReport cockpit,
      LeadsBehind behindFigure,
      Leads leads,
      Channels channels,
      Audit audit) {
    this.funnel = funnel;
    this.sheet = sheet;
    this.durations = durations;
    this.problems = problems;
    this.cockpit = cockpit;
    this.behindFigure = behindFigure;
    this.leads = leads;
    this.channels = channels;
    this.audit = audit;
  }

  public Funnel funnel(Question question, Caller caller, Locale language) {
    return funnel.answer(checked(question), caller.visible(), language);
  }

  public Sheet channels(Question question, Caller caller, Locale language) {
    return sheet.answer(checked(question), caller.visible(), language);
  }

  public Durations durations(Question question, Caller caller, Locale language) {
    return durations.answer(checked(question), caller.visible(), language);
  }

  public List<ProblemCount> problems(Question question, Caller caller, Locale language) {
    return problems.in(checked(question), caller.visible(), language);
  }

  public Cockpit cockpit(Question question, Caller caller, Locale language) {
    return cockpit.answer(checked(question), caller.visible(), language);
  }

  /** The leads behind a figure, the newest first; the total is the figure. */
  public Page<LeadRow> leads(Behind behind, Caller caller, @Nullable String cursor, int limit) {
    Behind counted = behind.of(checked(behind.question()));
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

  /** The question as it is counted: a channel stands for itself and everything under it. */
  private Question checked(Question question) {
    Period period = question.period();
    if (period.from() != null && period.to() != null && period.to().isBefore(period.from())) {
      throw new Problem(InsightsProblem.PERIOD_BACKWARDS);
    }
    Wanted<UUID> named = question.filter().channel();
    if (named == null) {
      return question;
    }
    Set<UUID> all = new HashSet<>(named.values());
    named.values().forEach(id -> all.addAll(channels.withDescendants(id)));
    return question.filtered(question.filter().channels(new Wanted<>(all, named.blank())));
  }
}
