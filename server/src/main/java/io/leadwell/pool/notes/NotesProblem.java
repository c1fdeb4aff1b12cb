package io.leadwell.pool.notes;

import io.leadwell.base.platform.ProblemCode;

/** Why a request about notes or files can't be fulfilled. */
public enum NotesProblem implements ProblemCode {
  NOTE_NOT_FOUND(Kind.NOT_FOUND),
  NOTE_INVALID(Kind.INVALID),
  NOTE_OF_SOMEBODY_ELSE(Kind.FORBIDDEN),
  NOTE_FILE_NOT_FOUND(Kind.NOT_FOUND),
  NOTE_FILE_INVALID(Kind.INVALID);

  private final Kind kind;

  NotesProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
