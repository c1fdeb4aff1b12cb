package io.leadwell.base.platform;

/** Refusals that belong to no single capability. */
public enum PlatformProblem implements ProblemCode {
  NOT_FOUND(Kind.NOT_FOUND),
  INVALID_REQUEST(Kind.INVALID),
  UNREADABLE_BODY(Kind.INVALID),
  UNKNOWN_PARAMETER_VALUE(Kind.INVALID),
  STALE_CURSOR(Kind.INVALID),
  METHOD_NOT_ALLOWED(Kind.INVALID),
  BODY_TOO_LARGE(Kind.TOO_LARGE),
  FILE_TOO_LARGE(Kind.TOO_LARGE),
  CONFLICTING_CHANGE(Kind.CONFLICT),
  DATABASE_AWAY(Kind.AWAY),
  UNEXPECTED(Kind.UNAVAILABLE);

  private final Kind kind;

  PlatformProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
