package io.leadwell.nurture.messaging;

import io.leadwell.base.platform.ProblemCode;

/** Why a message or the mail server can't be as asked. */
public enum MessagingProblem implements ProblemCode {
  SMTP_INVALID(Kind.INVALID),
  SMTP_MISSING(Kind.CONFLICT),
  MAIL_ADDRESS_INVALID(Kind.INVALID),
  MAIL_TEXT_INVALID(Kind.INVALID),
  MESSAGE_NOT_FOUND(Kind.NOT_FOUND),
  MESSAGE_NOT_REPEATABLE(Kind.CONFLICT);

  private final Kind kind;

  MessagingProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
