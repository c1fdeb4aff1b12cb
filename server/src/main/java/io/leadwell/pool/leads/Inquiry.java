package io.leadwell.pool.leads;

import org.jspecify.annotations.Nullable;

/**
 * Who is asked about. Phone as E.164, e-mail as normalised by {@code ContactWays}; each part may be
 * missing.
 */
public record Inquiry(
    @Nullable String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String company,
    @Nullable String uscc) {

  static Inquiry of(Observation seen) {
    return new Inquiry(
        seen.fact(Fact.NAME),
        seen.fact(Fact.PHONE),
        seen.fact(Fact.EMAIL),
        seen.fact(Fact.COMPANY),
        seen.fact(Fact.USCC));
  }

  boolean isEmpty() {
    return name == null && phone == null && email == null && company == null && uscc == null;
  }
}
