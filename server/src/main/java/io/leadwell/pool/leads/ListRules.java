package io.leadwell.pool.leads;

import io.leadwell.pool.imports.ImportRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a list of leads before it came in.
 *
 * @param said by the names of {@link #ALL}
 */
record ListRules(Map<String, String> said) {

  static final String EVENT_TAG = "tag";
  static final String TASK_HOURS = "task_hours";

  private static final String TAG = "tag_";
  private static final String RULES = "list_rules";
  private static final int USUAL_HOURS = 48;

  static final List<ImportRule> ALL = all();

  private static List<ImportRule> all() {
    List<ImportRule> rules = new ArrayList<>();
    rules.add(ImportRule.text(EVENT_TAG, RULES));
    for (ListCase met : ListCase.values()) {
      List<String> actions = met.actions().stream().map(ListAction::word).toList();
      rules.add(ImportRule.choice(met.word(), RULES, actions, met.usual().word()));
      rules.add(ImportRule.text(TAG + met.word(), RULES));
    }
    rules.add(ImportRule.number(TASK_HOURS, "list_tasks", USUAL_HOURS));
    return List.copyOf(rules);
  }

  /** Nothing was decided about the rows: they come in the straight way, at its speed. */
  boolean none() {
    return said.keySet().stream().allMatch(TASK_HOURS::equals);
  }

  ListAction action(ListCase met) {
    String action = said.get(met.word());
    return action == null ? met.usual() : ListAction.of(action);
  }

  List<String> tags(ListCase met) {
    return Stream.of(said.get(EVENT_TAG), said.get(TAG + met.word()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** What tells the list of one event from that of another: its campaign and its tag. */
  @Nullable String event(Observation seen) {
    String campaign = seen.fact(Fact.CAMPAIGN_ID);
    String tag = said.get(EVENT_TAG);
    return campaign == null && tag == null ? null : campaign + " " + tag;
  }

  int taskHours() {
    String hours = said.get(TASK_HOURS);
    return hours == null ? USUAL_HOURS : Integer.parseInt(hours);
  }

  /** Equal for rules that treat rows alike: the same file under other rules is told anew. */
  @Nullable String print() {
    if (none()) {
      return null;
    }
    Map<String, String> sorted = new TreeMap<>(said);
    sorted.remove(TASK_HOURS);
    EnumMap<ListCase, ListAction> actions = new EnumMap<>(ListCase.class);
    for (ListCase met : ListCase.values()) {
      actions.put(met, action(met));
      sorted.remove(met.word());
    }
    return actions + sorted.toString();
  }
}
