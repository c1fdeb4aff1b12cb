package io.leadwell.acquire.collect;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long behaviour is kept: as short as the law wants and as long as reports need. */
@Service
public class Retentions {

  /** Repeats are recognised by the hits that are there, so those of a week stay. */
  static final int FEWEST_HIT_DAYS = EventLog.DAYS_OF_REPEATS + 1;

  static final int FEWEST_VISIT_DAYS = 30;
  static final int MOST_DAYS = 3_650;

  private final RetentionStore store;
  private final Audit audit;

  Retentions(RetentionStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public Retention current() {
    return store.current();
  }

  /** What is older goes within the hour. */
  @Transactional
  public Retention change(Retention wanted, Caller who) {
    check("hitDays", wanted.hitDays(), FEWEST_HIT_DAYS);
    check("visitDays", wanted.visitDays(), FEWEST_VISIT_DAYS);
    Retention before = store.current();
    store.change(wanted);
    audit.record(
        who,
        "retention.change",
        "settings",
        null,
        null,
        Map.of(
            "hitDays", List.of(before.hitDays(), wanted.hitDays()),
            "visitDays", List.of(before.visitDays(), wanted.visitDays())));
    return wanted;
  }

  private static void check(String field, int days, int fewest) {
    if (days < fewest || days > MOST_DAYS) {
      throw Problem.field(
          CollectProblem.RETENTION_INVALID, field, "problem.RETENTION_INVALID", fewest, MOST_DAYS);
    }
  }
}
