package io.leadwell.collaborate.deals;

import io.leadwell.base.platform.Ids;
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
    return walk(
        store.known(source, keys(deals)),
        deals,
        (_, _, before) -> before == null ? Ids.next() : before.id());
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Brought bring(ImportContext context, Instant now, List<Deal> deals) {
    history.takeTurn();
    List<LeadHistory.Told> told = new ArrayList<>();
    List<UUID> leads = new ArrayList<>();
    List<DealStore.Fresh> news = new ArrayList<>();
    Brought brought =
        walk(
            store.known(context.source(), keys(deals)),
            deals,
            (deal, hash, before) -> {
              DealStore.Origin origin = new DealStore.Origin(context.source(), deal.key(), hash);
              UUID opportunity = before == null ? Ids.next() : before.id();
              if (before == null) {
                news.add(new DealStore.Fresh(opportunity, origin, deal.content()));
              } else {
                insert(context, news);
                store.replace(opportunity, origin, context.importId(), deal.content());
                leads.add(before.leadId());
              }
              leads.add(deal.leadId());
              told.add(
                  new LeadHistory.Told(
                      deal.leadId(), observation(context, now, deal), opportunity));
              return opportunity;
            });
    insert(context, news);
    history.tell(told);
    history.revenue(store.revenueOf(leads));
    return brought;
  }

  /** Those gathered so far; a deal told twice in a row must be there to be replaced. */
  private void insert(ImportContext context, List<DealStore.Fresh> news) {
    store.insert(context.importId(), news);
    news.clear();
  }

  /** Takes a row that says something new; the opportunity it is about. */
  private interface Taker {
    UUID take(Deal deal, byte[] hash, DealStore.@Nullable Known before);
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
        UUID opportunity = taker.take(deal, hash, before);
        known.put(deal.key(), new DealStore.Known(opportunity, deal.leadId(), hash, false));
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
