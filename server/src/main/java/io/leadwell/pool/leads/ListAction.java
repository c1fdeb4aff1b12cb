package io.leadwell.pool.leads;

import java.util.Locale;

/** What becomes of a row of a list where it meets what is here already. */
enum ListAction {
  /** What is here stays; what the list says else stands with its record only. */
  KEEP,
  /** What the list says takes the place of what is here; an edit by hand stands. */
  OVERWRITE,
  /** What is here stays, and the list's phone or mailbox leads to the person as well. */
  ADD,
  /** The row waits until somebody decides. */
  ASK,
  /** The row stays out. */
  SKIP;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ListAction of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
