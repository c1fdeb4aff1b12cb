package io.leadwell.base.pages;

import io.leadwell.base.platform.ProblemCode;

/** Refusals on public pages. */
public enum PagesProblem implements ProblemCode {
  /** Argument: seconds to wait. */
  TOO_FAST(Kind.TOO_MANY),
  PAGE_NOT_FOUND(Kind.NOT_FOUND),
  NOT_A_FORM(Kind.INVALID);

  private final Kind kind;

  PagesProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
