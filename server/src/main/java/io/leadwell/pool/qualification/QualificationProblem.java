package io.leadwell.pool.qualification;

import io.leadwell.base.platform.ProblemCode;

/** Why a definition can't be had, changed or signed. */
public enum QualificationProblem implements ProblemCode {
  DEFINITION_NOT_FOUND(Kind.NOT_FOUND),
  DEFINITION_INVALID(Kind.INVALID),
  DEFINITION_DRAFTED(Kind.CONFLICT),
  DEFINITION_SIGNED(Kind.CONFLICT),
  DEFINITION_SETTLED(Kind.CONFLICT),
  SIGNING_NOT_ALLOWED(Kind.FORBIDDEN),
  ANSWERS_CHANGED(Kind.CONFLICT);

  private final Kind kind;

  QualificationProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
