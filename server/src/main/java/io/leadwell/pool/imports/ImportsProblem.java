package io.leadwell.pool.imports;

import io.leadwell.base.platform.ProblemCode;

/** Why a file or a request about an import is refused. */
public enum ImportsProblem implements ProblemCode {
  IMPORT_NOT_FOUND(Kind.NOT_FOUND),
  UNKNOWN_KIND(Kind.INVALID),
  FILE_EMPTY(Kind.INVALID),
  FILE_TOO_BIG(Kind.TOO_LARGE),
  FILE_WITHOUT_ROWS(Kind.INVALID),
  TOO_MANY_COLUMNS(Kind.INVALID),
  TOO_MANY_ROWS(Kind.INVALID),
  NOT_A_TABLE(Kind.INVALID),
  OLD_EXCEL(Kind.INVALID),
  ENCRYPTED_WORKBOOK(Kind.INVALID),
  WORKBOOK_CUT_OFF(Kind.INVALID),
  WORKBOOK_TOO_BIG(Kind.INVALID),
  WORKBOOK_SUSPICIOUS(Kind.INVALID),
  WORKBOOK_DAMAGED(Kind.INVALID),
  NO_SHEET(Kind.INVALID),
  UNKNOWN_ENCODING(Kind.INVALID),
  HEADER_QUOTE_OPEN(Kind.INVALID),
  FILE_GONE(Kind.CONFLICT),
  INVALID_MAPPING(Kind.INVALID),
  NOT_IN_THIS_STATE(Kind.CONFLICT),
  NOTHING_GOOD(Kind.CONFLICT),
  STILL_IN(Kind.CONFLICT);

  private final Kind kind;

  ImportsProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
