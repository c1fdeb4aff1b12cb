package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.deals.Tables.POC;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.sum;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opportunities, proofs of concept and contracts. */
@Component
class DealStore {

  /** An opportunity already told under a key. */
  record Known(UUID id, UUID leadId, byte[] contentHash) {}

  /** An opportunity told for the first time. */
  record Fresh(UUID id, Deal deal, byte[] contentHash) {}

  private static final List<Field<?>> OPPORTUNITY_COLUMNS =
      List.of(
          OPPORTUNITY.ID,
          OPPORTUNITY.LEAD_ID,
          OPPORTUNITY.COMPANY_ID,
          OPPORTUNITY.NAME,
          OPPORTUNITY.STAGE,
          OPPORTUNITY.AMOUNT_FEN,
          OPPORTUNITY.PRODUCT,
          OPPORTUNITY.OWNER_ID,
          OPPORTUNITY.LOSS_REASON,
          OPPORTUNITY.COMPETITOR,
          OPPORTUNITY.OPENED_AT,
          OPPORTUNITY.CLOSED_AT,
          OPPORTUNITY.SOURCE,
          OPPORTUNITY.SOURCE_KEY,
          OPPORTUNITY.CONTENT_HASH,
          OPPORTUNITY.IMPORT_ID);
  private static final List<Field<?>> POC_COLUMNS =
      List.of(
          POC.ID, POC.OPPORTUNITY_ID, POC.STARTED_AT, POC.ENDED_AT, POC.RESULT, POC.FAILURE_REASON);
  private static final List<Field<?>> CONTRACT_COLUMNS =
      List.of(
          CONTRACT.ID,
          CONTRACT.OPPORTUNITY_ID,
          CONTRACT.LEAD_ID,
          CONTRACT.COMPANY_ID,
          CONTRACT.NUMBER,
          CONTRACT.SIGNED_AT,
          CONTRACT.AMOUNT_FEN,
          CONTRACT.ARR_FEN,
          CONTRACT.PRODUCT,
          CONTRACT.IMPORT_ID);

  private final DSLContext dsl;
  private final Database database;
  private final ReplacedDeals replaced;

  DealStore(DSLContext dsl, Database database, ReplacedDeals replaced) {
    this.dsl = dsl;
    this.database = database;
    this.replaced = replaced;
  }

  Map<String, Known> known(String source, Collection<String> keys) {
    Map<String, Known> known = new HashMap<>();
    dsl.select(
            OPPORTUNITY.SOURCE_KEY, OPPORTUNITY.ID, OPPORTUNITY.LEAD_ID, OPPORTUNITY.CONTENT_HASH)
        .from(OPPORTUNITY)
        .where(OPPORTUNITY.SOURCE.eq(source))
        .and(OPPORTUNITY.SOURCE_KEY.eq(any(keys.toArray(String[]::new))))
        .forEach(
            row -> known.put(row.value1(), new Known(row.value2(), row.value3(), row.value4())));
    return known;
  }

  void insert(String source, UUID importId, List<Fresh> fresh) {
    List<Object[]> rows = new ArrayList<>(fresh.size());
    for (Fresh one : fresh) {
      Deal deal = one.deal();
      rows.add(
          new @Nullable Object[] {
            one.id(),
            deal.leadId(),
            deal.companyId(),
            deal.name(),
            deal.stage(),
            deal.amountFen(),
            deal.product(),
            deal.ownerId(),
            deal.lossReason(),
            deal.competitor(),
            deal.openedAt(),
            deal.closedAt(),
            source,
            deal.key(),
            one.contentHash(),
            importId
          });
    }
    database.copy(OPPORTUNITY, OPPORTUNITY_COLUMNS, rows);
    insertParts(importId, fresh);
  }

  /** Puts the new content in place; the old is kept for the undo of this import. */
  void replace(UUID id, UUID importId, Deal deal, byte[] hash) {
    replaced.keep(importId, id);
    dsl.update(OPPORTUNITY)
        .set(OPPORTUNITY.LEAD_ID, deal.leadId())
        .set(OPPORTUNITY.COMPANY_ID, deal.companyId())
        .set(OPPORTUNITY.NAME, deal.name())
        .set(OPPORTUNITY.STAGE, deal.stage())
        .set(OPPORTUNITY.AMOUNT_FEN, deal.amountFen())
        .set(OPPORTUNITY.PRODUCT, deal.product())
        .set(OPPORTUNITY.OWNER_ID, deal.ownerId())
        .set(OPPORTUNITY.LOSS_REASON, deal.lossReason())
        .set(OPPORTUNITY.COMPETITOR, deal.competitor())
        .set(OPPORTUNITY.OPENED_AT, deal.openedAt())
        .set(OPPORTUNITY.CLOSED_AT, deal.closedAt())
        .set(OPPORTUNITY.CONTENT_HASH, hash)
        .where(OPPORTUNITY.ID.eq(id))
        .execute();
    dsl.deleteFrom(POC).where(POC.OPPORTUNITY_ID.eq(id)).execute();
    dsl.deleteFrom(CONTRACT).where(CONTRACT.OPPORTUNITY_ID.eq(id)).execute();
    insertParts(importId, List.of(new Fresh(id, deal, hash)));
  }

  private void insertParts(UUID importId, List<Fresh> deals) {
    List<Object[]> pocs = new ArrayList<>();
    List<Object[]> contracts = new ArrayList<>();
    for (Fresh one : deals) {
      Deal deal = one.deal();
      if (deal.pocStartedAt() != null) {
        pocs.add(
            new @Nullable Object[] {
              Ids.next(),
              one.id(),
              deal.pocStartedAt(),
              deal.pocEndedAt(),
              deal.pocResult(),
              deal.pocFailureReason()
            });
      }
      if (deal.wonAt() != null) {
        contracts.add(
            new @Nullable Object[] {
              Ids.next(),
              one.id(),
              deal.leadId(),
              deal.companyId(),
              deal.contractNumber(),
              deal.wonAt(),
              deal.amountFen() == null ? 0 : deal.amountFen(),
              deal.arrFen(),
              deal.product(),
              importId
            });
      }
    }
    database.copy(POC, POC_COLUMNS, pocs);
    database.copy(CONTRACT, CONTRACT_COLUMNS, contracts);
  }

  Map<String, Long> countOf(UUID importId) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(
        "opportunities", (long) dsl.fetchCount(OPPORTUNITY, OPPORTUNITY.IMPORT_ID.eq(importId)));
    counts.put("contracts", (long) dsl.fetchCount(CONTRACT, CONTRACT.IMPORT_ID.eq(importId)));
    return counts;
  }

  /** Removes what the import brought and puts back what it replaced; the leads concerned. */
  List<UUID> remove(UUID importId) {
    List<UUID> leads = new ArrayList<>(replaced.putBack(importId));
    replaced.handOn(importId);
    leads.addAll(
        dsl.deleteFrom(OPPORTUNITY)
            .where(OPPORTUNITY.IMPORT_ID.eq(importId))
            .returning(OPPORTUNITY.LEAD_ID)
            .fetch(OPPORTUNITY.LEAD_ID));
    return leads;
  }

  /** What the contracts of each of these leads sum to, in fen; 0 for none. */
  Map<UUID, Long> revenueOf(Collection<UUID> leads) {
    Map<UUID, Long> revenue = new HashMap<>();
    leads.forEach(lead -> revenue.put(lead, 0L));
    dsl.select(CONTRACT.LEAD_ID, sum(CONTRACT.AMOUNT_FEN))
        .from(CONTRACT)
        .where(CONTRACT.LEAD_ID.eq(any(leads.toArray(UUID[]::new))))
        .groupBy(CONTRACT.LEAD_ID)
        .forEach(row -> revenue.put(row.value1(), fen(row.value2())));
    return revenue;
  }

  List<Opportunity> ofLeads(Collection<UUID> leads, Map<UUID, String> members) {
    var opportunities =
        dsl.selectFrom(OPPORTUNITY)
            .where(OPPORTUNITY.LEAD_ID.eq(any(leads.toArray(UUID[]::new))))
            .orderBy(OPPORTUNITY.OPENED_AT.desc(), OPPORTUNITY.ID)
            .fetch();
    UUID[] ids = opportunities.stream().map(o -> o.get(OPPORTUNITY.ID)).toArray(UUID[]::new);
    Map<UUID, List<Opportunity.Poc>> pocs = new HashMap<>();
    dsl.selectFrom(POC)
        .where(POC.OPPORTUNITY_ID.eq(any(ids)))
        .orderBy(POC.STARTED_AT)
        .forEach(p ->
            pocs.computeIfAbsent(p.get(POC.OPPORTUNITY_ID), _ -> new ArrayList<>())
                .add(
                    new Opportunity.Poc(
                        p.get(POC.STARTED_AT),
                        p.get(POC.ENDED_AT),
                        p.get(POC.RESULT),
                        p.get(POC.FAILURE_REASON))));
    Map<UUID, List<Opportunity.Contract>> contracts = new HashMap<>();
    dsl.selectFrom(CONTRACT)
        .where(CONTRACT.OPPORTUNITY_ID.eq(any(ids)))
        .orderBy(CONTRACT.SIGNED_AT)
        .forEach(c ->
            contracts
                .computeIfAbsent(c.get(CONTRACT.OPPORTUNITY_ID), _ -> new ArrayList<>())
                .add(
                    new Opportunity.Contract(
                        c.get(CONTRACT.ID),
                        c.get(CONTRACT.NUMBER),
                        c.get(CONTRACT.SIGNED_AT),
                        c.get(CONTRACT.AMOUNT_FEN),
                        c.get(CONTRACT.ARR_FEN),
                        c.get(CONTRACT.PRODUCT))));
    return opportunities.stream().map(o -> view(o, members, pocs, contracts)).toList();
  }

  private static Opportunity view(
      Record o,
      Map<UUID, String> members,
      Map<UUID, List<Opportunity.Poc>> pocs,
      Map<UUID, List<Opportunity.Contract>> contracts) {
    UUID id = o.get(OPPORTUNITY.ID);
    UUID owner = o.get(OPPORTUNITY.OWNER_ID);
    return new Opportunity(
        id,
        o.get(OPPORTUNITY.LEAD_ID),
        o.get(OPPORTUNITY.NAME),
        o.get(OPPORTUNITY.STAGE),
        o.get(OPPORTUNITY.AMOUNT_FEN),
        o.get(OPPORTUNITY.PRODUCT),
        owner == null ? null : members.get(owner),
        o.get(OPPORTUNITY.LOSS_REASON),
        o.get(OPPORTUNITY.COMPETITOR),
        o.get(OPPORTUNITY.OPENED_AT),
        o.get(OPPORTUNITY.CLOSED_AT),
        pocs.getOrDefault(id, List.of()),
        contracts.getOrDefault(id, List.of()));
  }

  private static long fen(BigDecimal sum) {
    return sum == null ? 0 : sum.longValueExact();
  }
}
