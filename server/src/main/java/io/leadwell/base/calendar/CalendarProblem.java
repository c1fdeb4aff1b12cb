package io.leadwell.base.calendar;

import io.leadwell.base.platform.ProblemCode;

/** Why hours or days can't be as somebody wants them. */
public enum CalendarProblem implements ProblemCode {
  CALENDAR_INVALID(Kind.INVALID);

  private final Kind kind;

  CalendarProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
