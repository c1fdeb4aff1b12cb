package io.leadwell.collaborate.deals;

import io.leadwell.base.platform.ProblemCode;

/** Why a request about deals can't be fulfilled. */
public enum DealsProblem implements ProblemCode {
  DEAL_NOT_FOUND(Kind.NOT_FOUND),
  INVALID_DEAL(Kind.INVALID),
  DEAL_CHANGED_MEANWHILE(Kind.CONFLICT),
  DEAL_CHANGE_GONE(Kind.CONFLICT);

  private final Kind kind;

  DealsProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
