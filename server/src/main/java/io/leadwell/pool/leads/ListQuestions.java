package io.leadwell.pool.leads;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.ListIntake.Read;
import io.leadwell.pool.leads.ListQuestionStore.Answered;
import io.leadwell.pool.leads.ListQuestionStore.Asked;
import io.leadwell.pool.leads.ListReading.Differs;
import io.leadwell.pool.leads.ListReading.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rows of lists that wait for a person's word: shown beside what is here, decided, gone. */
@Service
public class ListQuestions {

  /**
   * A row that waits, as it stands to the pool by now.
   *
   * @param met how it stood when it was read: {@code new}, {@code same}, {@code changed}, {@code
   *     taken}
   * @param talkedTo a salesperson who talked to them on site and waits for the task
   */
  public record Question(
      UUID id,
      long row,
      String met,
      @Nullable String who,
      @Nullable String company,
      @Nullable UUID talkedTo,
      List<Detail> details,
      List<String> actions) {}

  /**
   * What is here beside what the list says; contacts masked for whoever may not see them.
   *
   * @param owner whose it is, where it is somebody else's
   */
  public record Detail(
      String field, @Nullable String have, @Nullable String says, @Nullable String owner) {}

  /** Questions of an import: a few of them, and how many of each case there are. */
  public record Open(List<Question> items, Map<String, Integer> counts) {}

  private static final int MOST_SHOWN = 50;
  private static final int MOST_AT_ONCE = 2_000;

  private final ListIntake lists;
  private final ListQuestionStore store;
  private final Database database;
  private final Audit audit;
  private final Clock clock;

  ListQuestions(
      ListIntake lists, ListQuestionStore store, Database database, Audit audit, Clock clock) {
    this.lists = lists;
    this.store = store;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** The first of those that wait: who was talked to on site, then by row. */
  @Transactional(readOnly = true)
  public Open open(UUID importId, Caller reader) {
    Instant now = clock.instant();
    boolean whole = reader.may(Permission.CONTACT_REVEAL);
    List<Question> questions = new ArrayList<>();
    for (Asked asked : store.open(importId, MOST_SHOWN)) {
      Observation seen = asked.held().seen(now);
      Read read = lists.look(List.of(seen), new ListRules(asked.held().rules())).getFirst();
      questions.add(question(asked, seen, read.row(), whole));
    }
    return new Open(questions, store.openByCase(importId));
  }

  /** Decides one; refused with who said what, if somebody was faster. */
  @Transactional
  public void decide(UUID importId, UUID question, String decision, Caller who) {
    ListAction action = action(decision);
    // Whoever takes the list back meanwhile waits, or is waited for.
    database.lock("leads.intake");
    List<Asked> ours = store.decide(importId, List.of(question), null, action, who, 1);
    if (ours.isEmpty()) {
      Answered before =
          store
              .answer(importId, question)
              .orElseThrow(() -> new Problem(LeadsProblem.QUESTION_NOT_FOUND));
      throw new Problem(
          LeadsProblem.QUESTION_ANSWERED,
          Objects.requireNonNullElse(before.by(), ""),
          List.of(ListAction.values()).indexOf(ListAction.of(before.decision())));
    }
    settle(importId, ours, action, who);
  }

  /**
   * Decides all of a case that still wait, some thousands at a time.
   *
   * @return how many were decided now
   */
  @Transactional
  public int decideAll(UUID importId, String met, String decision, Caller who) {
    ListAction action = action(decision);
    ListCase of = met(met);
    database.lock("leads.intake");
    List<Asked> ours = store.decide(importId, null, of, action, who, MOST_AT_ONCE);
    settle(importId, ours, action, who);
    return ours.size();
  }

  private void settle(UUID importId, List<Asked> asked, ListAction action, Caller who) {
    if (asked.isEmpty()) {
      return;
    }
    if (action != ListAction.SKIP) {
      Instant now = clock.instant();
      lists.decide(
          asked.stream().map(one -> one.held().seen(now)).toList(),
          new ListRules(asked.getFirst().held().rules()),
          action,
          who);
    }
    audit.record(
        who,
        "list.decided",
        "import",
        importId.toString(),
        null,
        Map.of("decision", action.word(), "rows", asked.size()));
  }

  private static Question question(
      Asked asked, Observation seen, @Nullable Row row, boolean whole) {
    List<Detail> details = new ArrayList<>();
    if (row != null) {
      for (Differs one : row.differences()) {
        details.add(detail(one, whole));
      }
    }
    for (Fact way : List.of(Fact.PHONE, Fact.EMAIL)) {
      String says = seen.fact(way);
      if (says != null && details.stream().noneMatch(one -> one.field().equals(way.word()))) {
        boolean had = row != null && row.had().contains(way);
        details.add(
            new Detail(
                way.word(), had ? shown(way, says, whole) : null, shown(way, says, true), null));
      }
    }
    ListCase now = row == null ? ListCase.SAME : row.met();
    return new Question(
        asked.id(),
        asked.row(),
        asked.met(),
        seen.fact(Fact.NAME),
        seen.fact(Fact.COMPANY),
        seen.facts().id(Fact.TALKED_TO),
        details,
        now.actions().stream()
            .filter(action -> action != ListAction.ASK)
            .map(ListAction::word)
            .toList());
  }

  static Detail detail(Differs one, boolean whole) {
    return new Detail(
        one.fact().word(),
        shown(one.fact(), one.have(), whole),
        // What the list says is in the file of whoever imports it.
        shown(one.fact(), one.says(), true),
        one.owner());
  }

  private static @Nullable String shown(Fact fact, @Nullable String value, boolean whole) {
    return fact == Fact.PHONE
        ? Contact.phone(value, whole)
        : fact == Fact.EMAIL ? Contact.email(value, whole) : value;
  }

  private static ListAction action(String decision) {
    for (ListAction action : ListAction.values()) {
      if (action != ListAction.ASK && action.word().equals(decision)) {
        return action;
      }
    }
    throw Problem.field(LeadsProblem.INVALID_LEAD, "decision", "leads.unknownDecision");
  }

  private static ListCase met(String met) {
    for (ListCase one : ListCase.values()) {
      if (one.word().equals(met)) {
        return one;
      }
    }
    throw Problem.field(LeadsProblem.INVALID_LEAD, "met", "leads.unknownDecision");
  }
}
