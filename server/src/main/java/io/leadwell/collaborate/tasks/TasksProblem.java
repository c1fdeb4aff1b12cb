package io.leadwell.collaborate.tasks;

import io.leadwell.base.platform.ProblemCode;

/** Why a request about a task can't be fulfilled. */
public enum TasksProblem implements ProblemCode {
  TASK_NOT_FOUND(Kind.NOT_FOUND),
  TASK_CLOSED(Kind.CONFLICT),
  TASK_INVALID(Kind.INVALID);

  private final Kind kind;

  TasksProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
