package io.leadwell.kernel.rules;

/** Says what of a condition cannot be understood; the words are for people who wrote a program. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Why a condition was refused. */
  public enum Reason {
    /** There is no such field (any more). */
    UNKNOWN_FIELD,
    /** The field cannot be asked like that. */
    OPERATOR,
    /** Too few or too many values. */
    VALUES,
    /** A value is not a number, a day, a number of days, yes or no. */
    VALUE,
    /** Deeper or longer than anybody can read. */
    TOO_LARGE
  }

  private final Reason reason;
  private final String field;

  Refused(Reason reason, String field) {
    super(reason + " " + field);
    this.reason = reason;
    this.field = field;
  }

  public Reason reason() {
    return reason;
  }

  /** Whose condition it was; empty where no field is to blame. */
  public String field() {
    return field;
  }
}
