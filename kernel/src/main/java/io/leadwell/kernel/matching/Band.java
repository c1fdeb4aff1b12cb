package io.leadwell.kernel.matching;

/** What is to be done about a likeness. */
public enum Band {
  /** Join without asking. */
  LINK,
  /** Somebody should look. */
  REVIEW,
  /** Two people, as far as anybody can tell. */
  APART
}
