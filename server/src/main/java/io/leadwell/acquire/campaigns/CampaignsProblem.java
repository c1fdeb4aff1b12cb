package io.leadwell.acquire.campaigns;

import io.leadwell.base.platform.ProblemCode;

/** Why a channel, campaign, budget or spend can't be as asked. */
public enum CampaignsProblem implements ProblemCode {
  CHANNEL_NOT_FOUND(Kind.NOT_FOUND),
  CHANNEL_NAME_TAKEN(Kind.CONFLICT),
  CHANNEL_NAME_INVALID(Kind.INVALID),
  CHANNEL_UNDER_ITSELF(Kind.INVALID),
  CAMPAIGN_NOT_FOUND(Kind.NOT_FOUND),
  CAMPAIGN_NAME_TAKEN(Kind.CONFLICT),
  CAMPAIGN_NAME_INVALID(Kind.INVALID),
  CAMPAIGN_CODE_INVALID(Kind.INVALID),
  CAMPAIGN_CODE_TAKEN(Kind.CONFLICT),
  CAMPAIGN_ENDS_BEFORE_START(Kind.INVALID),
  SOURCE_RULE_NOT_FOUND(Kind.NOT_FOUND),
  SOURCE_RULE_INVALID(Kind.INVALID),
  SOURCE_RULE_TAKEN(Kind.CONFLICT),
  SOURCE_PARAMETER_INVALID(Kind.INVALID),
  SOURCE_PARAMETER_KNOWN(Kind.CONFLICT),
  OWNER_NOT_FOUND(Kind.INVALID),
  BUDGET_NEGATIVE(Kind.INVALID),
  BUDGET_MONTH_INVALID(Kind.INVALID),
  SPEND_NOT_FOUND(Kind.NOT_FOUND),
  SPEND_DAYS_INVALID(Kind.INVALID),
  SPEND_AMOUNT_MISSING(Kind.INVALID),
  SPEND_COUNT_NEGATIVE(Kind.INVALID),
  TEXT_TOO_LONG(Kind.INVALID);

  private final Kind kind;

  CampaignsProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
