package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the duplicate check (查重) says of somebody who comes in.
 *
 * @param confidence 0 to 1: how sure it is
 * @param grounds what it rests on, the weightiest first
 * @param standing the lead it rests on; none for somebody new and for known parties
 * @param note what is written beside a known party
 */
public record Verdict(
    Kind kind,
    double confidence,
    List<Ground> grounds,
    @Nullable Standing standing,
    @Nullable String note) {

  /** What somebody is to the company, the weightiest first. */
  public enum Kind {
    /** Not to be contacted. */
    BLOCKED,
    COMPETITOR,
    PEER,
    /** A salesperson works on an opportunity of theirs. */
    OPPORTUNITY,
    /** They, or their company, signed a contract. */
    CUSTOMER,
    /** The same person has an open lead. */
    SAME_LEAD,
    NEW;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something that was recognised.
   *
   * @param field {@code phone}, {@code email}, {@code identity}, {@code company}, {@code uscc},
   *     {@code domain}; {@code alike} where the name of another company is only like it
   * @param value as it was recognised; masked unless the reader may see contacts
   * @param whose {@code person}, {@code company} or {@code party}
   */
  public record Ground(String field, String value, String whose) {}

  /** A lead of the person or the company, the furthest one. */
  public record Standing(
      UUID leadId,
      UUID personId,
      @Nullable UUID companyId,
      @Nullable String company,
      Stage stage,
      @Nullable UUID ownerId,
      Instant lastTouchAt) {}

  static Verdict fresh(List<Ground> grounds) {
    return new Verdict(Kind.NEW, 1, grounds, null, null);
  }
}
