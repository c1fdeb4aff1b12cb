package io.leadwell.pool.leads;

import io.leadwell.base.platform.ProblemCode;

/** Why a request about the pool can't be fulfilled. */
public enum LeadsProblem implements ProblemCode {
  LEAD_NOT_FOUND(Kind.NOT_FOUND),
  COMPANY_NOT_FOUND(Kind.NOT_FOUND),
  TAG_NOT_FOUND(Kind.NOT_FOUND),
  TAG_NAME_TAKEN(Kind.CONFLICT),
  INVALID_LEAD(Kind.INVALID),
  INVALID_FILTER(Kind.INVALID),
  SAME_STAGE(Kind.CONFLICT),
  NOTHING_TO_UNDO(Kind.CONFLICT),
  QUESTION_NOT_FOUND(Kind.NOT_FOUND),
  QUESTION_ANSWERED(Kind.CONFLICT),
  SAME_PERSON(Kind.CONFLICT),
  IDENTITIES_DIFFER(Kind.CONFLICT),
  MERGE_NOT_FOUND(Kind.NOT_FOUND),
  MERGE_UNDONE(Kind.CONFLICT),
  SOURCE_NOT_SEPARABLE(Kind.CONFLICT),
  SUSPECT_NOT_FOUND(Kind.NOT_FOUND),
  SUSPECT_DECIDED(Kind.CONFLICT),
  SAME_COMPANY(Kind.CONFLICT),
  COMPANIES_DIFFER(Kind.CONFLICT),
  INVALID_PARTY(Kind.INVALID),
  PARTY_NOT_FOUND(Kind.NOT_FOUND),
  LEAD_ERASED(Kind.CONFLICT),
  PERSON_SEEN_IN_PART(Kind.FORBIDDEN),
  CONTACT_NOT_ALLOWED(Kind.FORBIDDEN),
  FACT_NOT_FOUND(Kind.NOT_FOUND),
  VALUE_NOT_FOUND(Kind.NOT_FOUND),
  INVALID_COMPANY(Kind.INVALID),
  INVALID_SURVIVORSHIP(Kind.INVALID);

  private final Kind kind;

  LeadsProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
