package io.leadwell.pool.fields;

import io.leadwell.base.platform.ProblemCode;

/** Why a request about fields can't be fulfilled. */
public enum FieldsProblem implements ProblemCode {
  FIELD_NOT_FOUND(Kind.NOT_FOUND),
  FIELD_KEY_TAKEN(Kind.CONFLICT),
  FIELD_INVALID(Kind.INVALID),
  FIELD_VALUE_INVALID(Kind.INVALID);

  private final Kind kind;

  FieldsProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
