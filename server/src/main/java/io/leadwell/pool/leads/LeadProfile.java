package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One lead with everything known: who, from where, what was said by whom, which stages when. */
public record LeadProfile(
    LeadRow lead,
    Person person,
    @Nullable CompanyRow company,
    List<FactTold> facts,
    List<LedgerLine> ledger) {

  /** The human behind the lead, with every way to reach them and all their buying cycles. */
  public record Person(
      UUID id, @Nullable String name, List<Identifier> identifiers, List<LeadRow> leads) {}

  /** One identifier; the value is masked unless the reader may see contacts. */
  public record Identifier(
      String kind, String value, String trust, @Nullable Instant verifiedAt, Instant firstSeenAt) {}

  /**
   * A golden field and the record it comes from.
   *
   * @param file the name of the imported file, {@code row} its row, where it comes from one
   */
  public record FactTold(
      String field,
      String value,
      String source,
      @Nullable String file,
      @Nullable Long row,
      Instant at) {}

  /** A row of the stage ledger. */
  public record LedgerLine(
      String stage, String move, Instant at, @Nullable String actor, @Nullable String reason) {}
}
