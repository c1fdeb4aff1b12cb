package io.leadwell.connect.baidu;

import io.leadwell.base.platform.ProblemCode;

/** Why an account or a fetch can't be as asked. */
public enum BaiduProblem implements ProblemCode {
  BAIDU_ACCOUNT_NOT_FOUND(Kind.NOT_FOUND),
  BAIDU_ACCOUNT_TAKEN(Kind.CONFLICT),
  BAIDU_ACCOUNT_INVALID(Kind.INVALID),
  BAIDU_TOKEN_MISSING(Kind.INVALID),
  BAIDU_CHANNEL_MISSING(Kind.INVALID),
  BAIDU_DAYS_INVALID(Kind.INVALID),
  BAIDU_FETCH_NOT_FOUND(Kind.NOT_FOUND),
  BAIDU_FETCH_RUNNING(Kind.CONFLICT);

  private final Kind kind;

  BaiduProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
