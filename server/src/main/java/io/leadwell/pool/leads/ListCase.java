package io.leadwell.pool.leads;

import static io.leadwell.pool.leads.ListAction.ADD;
import static io.leadwell.pool.leads.ListAction.ASK;
import static io.leadwell.pool.leads.ListAction.KEEP;
import static io.leadwell.pool.leads.ListAction.OVERWRITE;
import static io.leadwell.pool.leads.ListAction.SKIP;

import java.util.List;
import java.util.Locale;

/**
 * How a row of a list stands to the pool. Each takes only the actions that make a difference to it;
 * the first is what happens without rules.
 */
enum ListCase {
  /** Nobody here has this phone, mailbox or key. */
  NEW(ADD, ASK, SKIP),
  /** Somebody known, of whom the list says nothing else. What was blank here is filled. */
  SAME(KEEP, ASK, SKIP),
  /** Somebody known, with another phone, mailbox, company, title or place than is here. */
  CHANGED(OVERWRITE, KEEP, ADD, ASK, SKIP),
  /** A phone or mailbox that is somebody else's here. */
  TAKEN(ADD, KEEP, OVERWRITE, ASK, SKIP);

  private final List<ListAction> actions;

  ListCase(ListAction... actions) {
    this.actions = List.of(actions);
  }

  List<ListAction> actions() {
    return actions;
  }

  ListAction usual() {
    return actions.getFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ListCase of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
