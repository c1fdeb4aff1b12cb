package io.leadwell.collaborate.deals;

import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.LeadHistory;
import io.leadwell.pool.leads.Observation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way in for deals told by files: opportunities, POCs, contracts, and the leads' stages. */
@Component
class DealIntake {

  /**
   * What became of the rows; {@code leftAlone} are the places of those that a person has edited.
   */
  record Brought(RowCounts counts, List<Integer> leftAlone) {}

  private final DealStore store;
  private final LeadHistory history;

  DealIntake(DealStore store, LeadHistory history) {
    this.store = store;
    this.history = history;
  }

  Brought foresee(String source, List<Deal> deals) {
    return walk(store.known(source, keys(deals)), deals, (_, _, _) -> {});
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Brought bring(ImportContext context, Instant now, List<Deal> deals) {
    history.takeTurn();
    List<LeadHistory.Told> told = new ArrayList<>();
    List<UUID> leads = new ArrayList<>();
    Brought brought =
        walk(
            store.known(context.source(), keys(deals)),
            deals,
            (deal, hash, before) -> {
              UUID opportunity;
              if (before == null) {
                opportunity =
                    store.insert(
                        new DealStore.Origin(context.source(), deal.key(), hash),
                        context.importId(),
                        deal.content());
              } else {
                opportunity = before.id();
                store.replace(before.id(), context.importId(), deal.content(), hash);
                leads.add(before.leadId());
              }
              leads.add(deal.leadId());
              told.add(
                  new LeadHistory.Told(
                      deal.leadId(), observation(context, now, deal), opportunity));
            });
    history.tell(told);
    history.revenue(store.revenueOf(leads));
    return brought;
  }

  /** Takes a row that says something new. */
  private interface Taker {
    void take(Deal deal, byte[] hash, DealStore.@Nullable Known before);
  }

  private static Brought walk(Map<String, DealStore.Known> known, List<Deal> deals, Taker taker) {
    int fresh = 0;
    int same = 0;
    List<Integer> leftAlone = new ArrayList<>();
    for (int i = 0; i < deals.size(); i++) {
      Deal deal = deals.get(i);
      DealStore.Known before = known.get(deal.key());
      byte[] hash = hash(deal);
      if (before != null && Arrays.equals(before.contentHash(), hash)) {
        same++;
      } else if (before != null && before.edited()) {
        same++;
        leftAlone.add(i);
      } else {
        fresh += before == null ? 1 : 0;
        taker.take(deal, hash, before);
      }
    }
    return new Brought(new RowCounts(fresh, deals.size() - fresh - same, same), leftAlone);
  }

  private static List<String> keys(List<Deal> deals) {
    return deals.stream().map(Deal::key).toList();
  }

  private static Observation observation(ImportContext context, Instant now, Deal deal) {
    Facts facts =
        Facts.build()
            .with(Fact.OWNER_ID, deal.ownerId())
            .with(Fact.SDR_ID, deal.sdrId())
            .with(Fact.INDUSTRY, deal.industry())
            .done();
    return new Observation(
        DealEditing.recordSource(context.source()),
        deal.key(),
        now,
        context.importId(),
        null,
        context.caller().memberId(),
        facts.toStore(),
        facts,
        deal.content().stages(true),
        List.of(),
        null);
  }

  private static byte[] hash(Deal deal) {
    try {
      // A record's text lists every component in order, which is all its content.
      return MessageDigest.getInstance("SHA-256")
          .digest(deal.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
