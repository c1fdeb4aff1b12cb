package io.leadwell.base.workspace;

import io.leadwell.base.platform.ProblemCode;

/** Why a request about people, keys or the workspace itself can't be fulfilled. */
public enum WorkspaceProblem implements ProblemCode {
  SIGNED_OUT(Kind.SIGNED_OUT),
  FORBIDDEN(Kind.FORBIDDEN),
  BAD_CREDENTIALS(Kind.SIGNED_OUT),
  TOO_MANY_ATTEMPTS(Kind.TOO_MANY),
  WRONG_SETUP_CODE(Kind.FORBIDDEN),
  ALREADY_SET_UP(Kind.CONFLICT),
  INVALID_ENTRY(Kind.INVALID),
  INVALID_MEMBER(Kind.INVALID),
  MEMBER_NOT_FOUND(Kind.NOT_FOUND),
  EMAIL_TAKEN(Kind.CONFLICT),
  LAST_ADMIN(Kind.CONFLICT),
  DEPARTMENT_NOT_FOUND(Kind.NOT_FOUND),
  DEPARTMENT_NAME_TAKEN(Kind.CONFLICT),
  DEPARTMENT_IN_USE(Kind.CONFLICT),
  INVALID_DEPARTMENT(Kind.INVALID),
  KEY_NOT_FOUND(Kind.NOT_FOUND),
  INVALID_KEY(Kind.INVALID),
  INVALID_SETTINGS(Kind.INVALID),
  INVALID_VIEW(Kind.INVALID),
  VIEW_NAME_TAKEN(Kind.CONFLICT),
  SECRET_UNREADABLE(Kind.CONFLICT);

  private final Kind kind;

  WorkspaceProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
