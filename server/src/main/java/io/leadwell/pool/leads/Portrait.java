package io.leadwell.pool.leads;

import io.leadwell.pool.leads.LeadProfile.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the touches of a person or a company come to: what was read, where somebody took part, and
 * who else is connected.
 */
public record Portrait(List<Read> read, List<TookPart> tookPart, List<Related> related) {

  /**
   * An item that was read.
   *
   * @param seconds how long in all, as far as it was measured
   */
  public record Read(String content, long times, long seconds, Instant firstAt, Instant lastAt) {}

  /** A campaign that somebody was touched by; {@code scenes} are the words of those touches. */
  public record TookPart(
      UUID campaignId,
      String campaign,
      List<String> scenes,
      long touches,
      Instant firstAt,
      Instant lastAt) {}

  /**
   * Somebody else, and what connects them.
   *
   * @param leadId the newest lead of theirs that the reader may see
   * @param by identifiers both have; the values masked unless the reader may see contacts
   * @param colleague of the same company
   */
  public record Related(
      UUID personId,
      @Nullable String name,
      @Nullable String title,
      @Nullable String company,
      UUID leadId,
      @Nullable String leadKey,
      String stage,
      boolean colleague,
      List<Identifier> by) {}
}
