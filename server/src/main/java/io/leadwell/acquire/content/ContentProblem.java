package io.leadwell.acquire.content;

import io.leadwell.base.platform.ProblemCode;

/** Why content can't be as asked. */
public enum ContentProblem implements ProblemCode {
  ITEM_NOT_FOUND(Kind.NOT_FOUND),
  ITEM_CHANGED_MEANWHILE(Kind.CONFLICT),
  ITEM_TITLE_TAKEN(Kind.CONFLICT),
  ITEM_SLUG_TAKEN(Kind.CONFLICT),
  ITEM_INVALID(Kind.INVALID),
  /** Nothing to read or watch yet; argument: what the kind can be made of. */
  ITEM_EMPTY(Kind.INVALID),
  ITEM_WAS_PUBLIC(Kind.CONFLICT),
  CONTENT_FILE_NOT_FOUND(Kind.NOT_FOUND),
  CONTENT_FILE_EMPTY(Kind.INVALID),
  CONTENT_FILE_UNKNOWN(Kind.INVALID),
  /** Argument: the limit in MB. */
  CONTENT_FILE_TOO_BIG(Kind.TOO_LARGE),
  CONTENT_FILE_CUT_OFF(Kind.INVALID),
  PDF_PROTECTED(Kind.INVALID),
  PDF_UNREADABLE(Kind.INVALID),
  PICTURE_UNREADABLE(Kind.INVALID),
  PICTURE_TOO_LARGE(Kind.INVALID),
  PLAN_ENTRY_NOT_FOUND(Kind.NOT_FOUND),
  PLAN_ENTRY_INVALID(Kind.INVALID),
  PASS_NEEDED(Kind.FORBIDDEN);

  private final Kind kind;

  ContentProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
