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
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which marketing actions reached whom, and what they had a part in. A caller's figures are those
 * of the leads the caller may see.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class TouchReports {

  private final TouchReport report;
  private final TouchTally tally;
  private final TouchesBehind touches;
  private final LeadsBehind leadsBehind;
  private final Leads leads;
  private final QuestionCheck check;
  private final Audit audit;

  TouchReports(
      TouchReport report,
      TouchTally tally,
      TouchesBehind touches,
      LeadsBehind leadsBehind,
      Leads leads,
      QuestionCheck check,
      Audit audit) {
    this.report = report;
    this.tally = tally;
    this.touches = touches;
    this.leadsBehind = leadsBehind;
    this.leads = leads;
    this.check = check;
    this.audit = audit;
  }

  @Transactional(propagation = Propagation.SUPPORTS)
  public TouchSheet sheet(TouchQuestion question, Caller caller, Locale language) {
    TouchQuestion checked = check.checked(question);
    return report.answer(checked, caller.visible(), isCounted(checked, caller), language);
  }

  /** The touches behind a figure of touches, the latest first; the total is the figure. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public Page<TouchEntry> touches(
      TouchBehind behind, Caller caller, @Nullable String cursor, int limit) {
    if (!behind.figure().isTouches()) {
      throw new Problem(InsightsProblem.FIGURE_NOT_OFFERED, behind.figure().word());
    }
    TouchQuestion checked = check.checked(behind.question());
    return touches.open(behind.of(checked), isCounted(checked, caller), caller, cursor, limit);
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

  /**
   * What changed is counted first, in a transaction of its own: the one that reads must not write.
   */
  private boolean isCounted(TouchQuestion checked, Caller caller) {
    return TouchTally.knows(checked, caller.visible()) && tally.catchUp();
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
