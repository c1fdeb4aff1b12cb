package io.leadwell.measure.insights;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which marketing actions reached whom, and what they had a part in. A caller's figures are those
 * of the leads the caller may see.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class TouchReports {

  private final TouchReport report;
  private final TouchesBehind touches;
  private final LeadsBehind leadsBehind;
  private final Leads leads;
  private final QuestionCheck check;
  private final Audit audit;

  TouchReports(
      TouchReport report,
      TouchesBehind touches,
      LeadsBehind leadsBehind,
      Leads leads,
      QuestionCheck check,
      Audit audit) {
    this.report = report;
    this.touches = touches;
    this.leadsBehind = leadsBehind;
    this.leads = leads;
    this.check = check;
    this.audit = audit;
  }

  public TouchSheet sheet(TouchQuestion question, Caller caller, Locale language) {
    return report.answer(check.checked(question), caller.visible(), language);
  }

  /** The touches behind a figure of touches, the latest first; the total is the figure. */
  public Page<TouchEntry> touches(
      TouchBehind behind, Caller caller, @Nullable String cursor, int limit) {
    if (!behind.figure().isTouches()) {
      throw new Problem(InsightsProblem.FIGURE_NOT_OFFERED, behind.figure().word());
    }
    return touches.open(behind.of(check.checked(behind.question())), caller, cursor, limit);
  }

  /** The leads behind a figure of leads, the newest first; the total is the figure. */
  public Page<LeadRow> leads(
      TouchBehind behind, Caller caller, @Nullable String cursor, int limit) {
    if (behind.figure().isTouches()) {
      throw new Problem(InsightsProblem.FIGURE_NOT_OFFERED, behind.figure().word());
    }
    TouchBehind counted = behind.of(check.checked(behind.question()));
    Page<UUID> ids = leadsBehind.open(counted, caller.visible(), cursor, limit);
    return new Page<>(leads.rows(ids.items(), caller), ids.next(), ids.total(), ids.totalCapped());
  }

  /** Writes down that the report left the house. */
  @Transactional
  public void exported(TouchQuestion question, Caller caller) {
    audit.record(
        caller,
        "report.export",
        "report",
        "touches",
        "touches",
        Map.of(
            "by", question.by().word(),
            "from", String.valueOf(question.period().from()),
            "to", String.valueOf(question.period().to())));
  }
}
