package io.leadwell.acquire.collect;

import io.leadwell.base.platform.ProblemCode;

/** Why something about sites or their hits can't be as asked. */
public enum CollectProblem implements ProblemCode {
  SITE_NOT_FOUND(Kind.NOT_FOUND),
  SITE_NAME_INVALID(Kind.INVALID),
  SITE_ORIGIN_INVALID(Kind.INVALID),
  SITE_ORIGINS_MISSING(Kind.INVALID),
  COOKIE_DOMAIN_INVALID(Kind.INVALID),
  RETENTION_INVALID(Kind.INVALID);

  private final Kind kind;

  CollectProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
