package io.leadwell.collaborate.deals;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Members;
import io.leadwell.collaborate.deals.OpportunityDraft.ContractDraft;
import io.leadwell.collaborate.deals.OpportunityDraft.PocDraft;
import io.leadwell.pool.leads.LeadHistory;
import io.leadwell.pool.leads.LeadHistory.LeadReference;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody typed about an opportunity, and says field by field what stands against it.
 */
@Component
class Drafting {

  private static final int MOST_PARTS = 50;
  private static final Set<String> RESULTS = Set.of("passed", "failed");

  private final LeadHistory history;
  private final Members members;
  private final Clock clock;

  Drafting(LeadHistory history, Members members, Clock clock) {
    this.history = history;
    this.members = members;
    this.clock = clock;
  }

  /**
   * @param before the opportunity that is edited; what is typed as it was keeps its time of day
   * @param usualName for an opportunity that is given none
   */
  DealContent content(
      LeadReference lead, @Nullable Opportunity before, OpportunityDraft draft, String usualName) {
    Entries entries =
        new Entries(clock.instant(), (day, floor) -> moment(lead, before, day, floor));
    Instant opened = entries.time("openedOn", draft.openedOn(), was(before), null);
    List<Opportunity.Poc> pocs = pocs(draft, before, entries, opened);
    Instant latest = latest(opened, pocs);
    List<Opportunity.Contract> contracts = contracts(draft, before, entries, latest);
    Instant lost =
        entries.time(
            "lostOn",
            draft.lostOn(),
            before == null || !before.stage().equals("lost") ? List.of() : closing(before),
            latest);
    String reason = entries.text("lossReason", draft.lossReason(), 500);
    entries.require(lost == null || reason != null, "lossReason", "deals.reasonMissing");
    entries.require(lost == null || contracts.isEmpty(), "lostOn", "deals.wonAndLost");
    Instant earliest =
        Stream.concat(
                Stream.concat(
                    pocs.stream().map(Opportunity.Poc::startedAt),
                    contracts.stream().map(Opportunity.Contract::signedAt)),
                Stream.ofNullable(lost))
            .min(Comparator.naturalOrder())
            .orElse(null);
    entries.require(
        opened == null || earliest == null || !opened.isAfter(earliest),
        "openedOn",
        "deals.openedLater");
    UUID owner = draft.ownerId();
    entries.require(
        owner == null || members.find(owner).isPresent(), "ownerId", "leads.unknownReference");
    String name = entries.text("name", draft.name(), 200);
    Long amount = entries.money("amountFen", draft.amountFen());
    String product = entries.text("product", draft.product(), 200);
    String competitor = entries.text("competitor", draft.competitor(), 200);
    entries.refuseFaults();
    Instant openedAt =
        opened != null ? opened : Objects.requireNonNullElse(earliest, clock.instant());
    return new DealContent(
        lead.leadId(),
        lead.companyId(),
        name == null ? usualName : name,
        amount,
        product,
        owner,
        lost == null ? null : reason,
        competitor,
        openedAt,
        told(before, openedAt, opened, earliest),
        lost,
        pocs,
        contracts);
  }

  /** Left as it came from a file that did not say it, the opening stays untold. */
  private static boolean told(
      @Nullable Opportunity before,
      Instant openedAt,
      @Nullable Instant typed,
      @Nullable Instant earliest) {
    boolean derivable = openedAt.equals(earliest);
    return typed == null
        ? !derivable
        : before == null || !derivable || !openedAt.equals(before.openedAt());
  }

  private List<Opportunity.Poc> pocs(
      OpportunityDraft draft,
      @Nullable Opportunity before,
      Entries entries,
      @Nullable Instant floor) {
    entries.require(draft.pocs().size() <= MOST_PARTS, "pocs", "deals.tooMany", MOST_PARTS);
    List<Opportunity.Poc> known = before == null ? List.of() : before.pocs();
    List<Opportunity.Poc> pocs = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_PARTS, draft.pocs().size()); i++) {
      PocDraft typed = draft.pocs().get(i);
      String at = "pocs[" + i + "].";
      Instant started =
          entries.needed(
              at + "startedOn",
              typed.startedOn(),
              known.stream().map(Opportunity.Poc::startedAt).toList(),
              floor);
      Instant ended =
          entries.time(
              at + "endedOn",
              typed.endedOn(),
              known.stream().map(Opportunity.Poc::endedAt).filter(Objects::nonNull).toList(),
              started);
      String result = entries.text(at + "result", typed.result(), 20);
      String reason = entries.text(at + "failureReason", typed.failureReason(), 500);
      entries.require(
          ended == null || blank(typed.startedOn()) || !ended.isBefore(started),
          at + "endedOn",
          "deals.endsBeforeItStarts");
      entries.require(
          result == null || RESULTS.contains(result), at + "result", "deals.unknownResult");
      entries.require(result == null || ended != null, at + "endedOn", "deals.resultWithoutEnd");
      boolean failed = "failed".equals(result);
      entries.require(!failed || reason != null, at + "failureReason", "deals.reasonMissing");
      pocs.add(new Opportunity.Poc(started, ended, result, failed ? reason : null));
    }
    return pocs;
  }

  private List<Opportunity.Contract> contracts(
      OpportunityDraft draft,
      @Nullable Opportunity before,
      Entries entries,
      @Nullable Instant floor) {
    entries.require(
        draft.contracts().size() <= MOST_PARTS, "contracts", "deals.tooMany", MOST_PARTS);
    List<Opportunity.Contract> known = before == null ? List.of() : before.contracts();
    List<Opportunity.Contract> contracts = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_PARTS, draft.contracts().size()); i++) {
      ContractDraft typed = draft.contracts().get(i);
      String at = "contracts[" + i + "].";
      Opportunity.Contract same =
          known.stream().filter(c -> c.id().equals(typed.id())).findFirst().orElse(null);
      entries.require(typed.id() == null || same != null, at + "id", "leads.unknownReference");
      entries.require(
          same == null || contracts.stream().noneMatch(c -> c.id().equals(same.id())),
          at + "id",
          "deals.contractTwice");
      Instant signed =
          entries.needed(
              at + "signedOn",
              typed.signedOn(),
              same == null ? List.of() : List.of(same.signedAt()),
              floor);
      Long amount = entries.money(at + "amountFen", typed.amountFen());
      entries.require(typed.amountFen() != null, at + "amountFen", "deals.amountMissing");
      var starts = entries.day(at + "startsOn", typed.startsOn());
      var ends = entries.day(at + "endsOn", typed.endsOn());
      entries.require(
          starts == null || ends == null || !ends.isBefore(starts),
          at + "endsOn",
          "deals.endsBeforeItStarts");
      contracts.add(
          new Opportunity.Contract(
              same == null ? Ids.next() : same.id(),
              entries.text(at + "number", typed.number(), 100),
              signed,
              amount == null ? 0 : amount,
              entries.money(at + "arrFen", typed.arrFen()),
              entries.text(at + "product", typed.product(), 200),
              starts,
              ends));
    }
    return contracts;
  }

  /** The moment on a day that stands after all that the lead had reached by then. */
  private Instant moment(
      LeadReference lead, @Nullable Opportunity before, LocalDate day, @Nullable Instant floor) {
    Instant moment = history.momentOn(lead.leadId(), day, before == null ? null : before.id());
    boolean sameDay = floor != null && LeadHistory.dayOf(floor).equals(day);
    return floor != null && sameDay && floor.isAfter(moment) ? floor : moment;
  }

  private static boolean blank(@Nullable String typed) {
    return typed == null || typed.isBlank();
  }

  private static List<Instant> was(@Nullable Opportunity before) {
    return before == null ? List.of() : List.of(before.openedAt());
  }

  private static List<Instant> closing(Opportunity before) {
    Instant closed = before.closedAt();
    return closed == null ? List.of() : List.of(closed);
  }

  private static @Nullable Instant latest(@Nullable Instant floor, List<Opportunity.Poc> pocs) {
    return Stream.concat(
            Stream.ofNullable(floor),
            pocs.stream().map(poc -> poc.endedAt() == null ? poc.startedAt() : poc.endedAt()))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
