package io.leadwell.measure.insights;

import io.leadwell.base.platform.ProblemCode;

/** Why a report can't be made as asked. */
public enum InsightsProblem implements ProblemCode {
  PERIOD_BACKWARDS(Kind.INVALID),
  DIMENSION_NOT_OFFERED(Kind.INVALID),
  FIGURE_NOT_OFFERED(Kind.INVALID),
  ROW_UNKNOWN(Kind.INVALID);

  private final Kind kind;

  InsightsProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
