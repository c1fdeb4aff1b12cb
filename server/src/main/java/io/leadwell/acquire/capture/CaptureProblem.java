package io.leadwell.acquire.capture;

import io.leadwell.base.platform.ProblemCode;

/** Why a request about forms, submissions or leads over the API can't be fulfilled. */
public enum CaptureProblem implements ProblemCode {
  FORM_NOT_FOUND(Kind.NOT_FOUND),
  SUBMISSION_NOT_FOUND(Kind.NOT_FOUND),
  /** The fields say what is wrong. */
  FORM_INVALID(Kind.INVALID),
  FORM_SLUG_TAKEN(Kind.CONFLICT),
  /** Somebody else saved in between. */
  FORM_CHANGED(Kind.CONFLICT),
  FORM_NOT_PUBLISHED(Kind.CONFLICT),
  FORM_PUBLISHED(Kind.CONFLICT),
  FORM_CLOSED(Kind.CONFLICT),
  SUBMISSION_DECIDED(Kind.CONFLICT),
  /** So many look like made by machines that nobody can look at one more. */
  TOO_MANY_HELD(Kind.TOO_MANY),
  CALL_NEEDS_KEY(Kind.FORBIDDEN),
  CALL_KEY_MISSING(Kind.INVALID),
  /** The same key came with another body before. */
  CALL_KEY_USED(Kind.INVALID),
  CALL_INVALID(Kind.INVALID),
  CALL_TOO_LARGE(Kind.TOO_LARGE);

  private final Kind kind;

  CaptureProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
