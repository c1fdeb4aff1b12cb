package io.leadwell.acquire.links;

import io.leadwell.base.platform.ProblemCode;

/** Why a link can't be as asked, or leads nowhere. */
public enum LinksProblem implements ProblemCode {
  LINK_NOT_FOUND(Kind.NOT_FOUND),
  LINK_NAME_INVALID(Kind.INVALID),
  LINK_TARGET_INVALID(Kind.INVALID),
  LINK_TARGET_IS_A_LINK(Kind.INVALID),
  LINK_CODE_INVALID(Kind.INVALID),
  LINK_CODE_TAKEN(Kind.CONFLICT),
  LINK_EXPIRY_PAST(Kind.INVALID),
  LINK_TEXT_TOO_LONG(Kind.INVALID),
  LINK_CHANNEL_NOT_FOUND(Kind.INVALID),
  LINK_CAMPAIGN_NOT_FOUND(Kind.INVALID),
  LINK_ENDED(Kind.NOT_FOUND),
  SENDING_NOT_FOUND(Kind.NOT_FOUND),
  SENDING_NAME_INVALID(Kind.INVALID),
  SENDING_WITHOUT_READERS(Kind.INVALID),
  SENDING_LINK_ENDED(Kind.CONFLICT),
  TOO_MANY_READERS(Kind.INVALID),
  CODE_SIZE_INVALID(Kind.INVALID),
  CODE_LOGO_INVALID(Kind.INVALID),
  CODE_CAPTION_INVALID(Kind.INVALID),
  CODE_CAPTION_NEEDS_FONT(Kind.INVALID),
  TOO_MANY_CODES(Kind.INVALID);

  private final Kind kind;

  LinksProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
