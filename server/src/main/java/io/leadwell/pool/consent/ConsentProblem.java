package io.leadwell.pool.consent;

import io.leadwell.base.platform.ProblemCode;

/** Why a request about consent or privacy can't be fulfilled. */
public enum ConsentProblem implements ProblemCode {
  PURPOSE_NOT_FOUND(Kind.NOT_FOUND),
  PURPOSE_INVALID(Kind.INVALID),
  PURPOSE_KEY_TAKEN(Kind.CONFLICT),
  CONSENT_INVALID(Kind.INVALID),
  SUPPRESSION_INVALID(Kind.INVALID),
  SUPPRESSION_NOT_FOUND(Kind.NOT_FOUND),
  ERASURE_INVALID(Kind.INVALID),
  PERSON_ERASED(Kind.CONFLICT),
  HASH_KEY_LOST(Kind.CONFLICT);

  private final Kind kind;

  ConsentProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
