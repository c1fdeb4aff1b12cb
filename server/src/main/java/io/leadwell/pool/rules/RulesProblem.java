package io.leadwell.pool.rules;

import io.leadwell.base.platform.ProblemCode;

/** Why a rule can't be had. */
public enum RulesProblem implements ProblemCode {
  RULE_INVALID(Kind.INVALID);

  private final Kind kind;

  RulesProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
