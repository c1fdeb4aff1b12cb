package io.leadwell.collaborate.deals;

import io.leadwell.base.platform.Ids;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.LeadHistory;
import io.leadwell.pool.leads.Observation;
import io.leadwell.pool.leads.Observation.StageTime;
import io.leadwell.pool.leads.Stage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way in for deals told by files: opportunities, POCs, contracts, and the leads' stages. */
@Component
class DealIntake {

  private static final String SOURCE_PREFIX = "deals:";

  private final DealStore store;
  private final LeadHistory history;

  DealIntake(DealStore store, LeadHistory history) {
    this.store = store;
    this.history = history;
  }

  RowCounts foresee(String source, List<Deal> deals) {
    Map<String, DealStore.Known> known =
        store.known(source, deals.stream().map(Deal::key).toList());
    int fresh = 0;
    int same = 0;
    for (Deal deal : deals) {
      DealStore.Known before = known.get(deal.key());
      if (before == null) {
        fresh++;
      } else if (Arrays.equals(before.contentHash(), hash(deal))) {
        same++;
      }
    }
    return new RowCounts(fresh, deals.size() - fresh - same, same);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public RowCounts bring(ImportContext context, Instant now, List<Deal> deals) {
    Map<String, DealStore.Known> known =
        store.known(context.source(), deals.stream().map(Deal::key).toList());
    List<LeadHistory.Told> told = new ArrayList<>();
    List<UUID> leads = new ArrayList<>();
    List<DealStore.Fresh> news = new ArrayList<>();
    int fresh = 0;
    int same = 0;
    for (Deal deal : deals) {
      DealStore.Known before = known.get(deal.key());
      byte[] hash = hash(deal);
      if (before != null && Arrays.equals(before.contentHash(), hash)) {
        same++;
        continue;
      }
      UUID opportunity;
      if (before == null) {
        opportunity = Ids.next();
        news.add(new DealStore.Fresh(opportunity, deal, hash));
        fresh++;
      } else {
        opportunity = before.id();
        insert(context, news);
        store.replace(before.id(), context.importId(), deal, hash);
        leads.add(before.leadId());
      }
      known.put(deal.key(), new DealStore.Known(opportunity, deal.leadId(), hash));
      leads.add(deal.leadId());
      told.add(new LeadHistory.Told(deal.leadId(), observation(context, now, deal), opportunity));
    }
    insert(context, news);
    history.tell(told);
    history.revenue(store.revenueOf(leads));
    return new RowCounts(fresh, deals.size() - fresh - same, same);
  }

  /** Those gathered so far; a deal told twice in a row must be there to be replaced. */
  private void insert(ImportContext context, List<DealStore.Fresh> news) {
    store.insert(context.source(), context.importId(), news);
    news.clear();
  }

  private static Observation observation(ImportContext context, Instant now, Deal deal) {
    Facts facts =
        Facts.build()
            .with(Fact.OWNER_ID, deal.ownerId())
            .with(Fact.SDR_ID, deal.sdrId())
            .with(Fact.INDUSTRY, deal.industry())
            .done();
    return new Observation(
        SOURCE_PREFIX + context.source(),
        deal.key(),
        now,
        context.importId(),
        null,
        context.caller().memberId(),
        facts.toStore(),
        facts,
        stages(deal),
        List.of(),
        null);
  }

  /**
   * The stages the file dates. An opportunity that only says when it was won tells nothing of when
   * it began, so that entry is left to the reports, which mark it as implied.
   */
  private static List<StageTime> stages(Deal deal) {
    List<StageTime> stages = new ArrayList<>();
    boolean openingTold =
        !deal.openedAt().equals(deal.wonAt())
            && !deal.openedAt().equals(deal.lostAt())
            && !deal.openedAt().equals(deal.pocStartedAt());
    if (openingTold || (deal.wonAt() == null && deal.pocStartedAt() == null)) {
      stages.add(new StageTime(Stage.OPPORTUNITY, deal.openedAt(), null));
    }
    if (deal.pocStartedAt() != null) {
      stages.add(new StageTime(Stage.POC, deal.pocStartedAt(), null));
    }
    if (deal.wonAt() != null) {
      stages.add(new StageTime(Stage.WON, deal.wonAt(), null));
    } else if (deal.lostAt() != null) {
      stages.add(new StageTime(Stage.LOST, deal.lostAt(), deal.lossReason()));
    }
    return stages;
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
