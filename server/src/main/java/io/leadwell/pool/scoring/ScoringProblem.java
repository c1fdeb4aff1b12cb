package io.leadwell.pool.scoring;

import io.leadwell.base.platform.ProblemCode;

/** Why something about scoring can't be done. */
public enum ScoringProblem implements ProblemCode {
  SCORING_INVALID(Kind.INVALID),
  SCORING_NO_DRAFT(Kind.NOT_FOUND),
  SCORING_NO_VERSION(Kind.NOT_FOUND),
  SCORING_DRAFT_CHANGED(Kind.CONFLICT),
  SCORING_SIMULATION_RUNS(Kind.CONFLICT),
  SCORING_NO_SIMULATION(Kind.NOT_FOUND),
  SCORING_LEARNING_RUNS(Kind.CONFLICT),
  SCORING_NOT_LEARNED(Kind.CONFLICT);

  private final Kind kind;

  ScoringProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
