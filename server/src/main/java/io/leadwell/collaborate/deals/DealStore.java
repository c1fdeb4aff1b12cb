package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.deals.Tables.POC;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.sum;

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
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Opportunities, proofs of concept and contracts. */
@Component
class DealStore {

  /** An opportunity already told under a key. */
  record Known(UUID id, UUID leadId, byte[] contentHash) {}

  private final DSLContext dsl;
  private final ReplacedDeals replaced;

  DealStore(DSLContext dsl, ReplacedDeals replaced) {
    this.dsl = dsl;
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

  UUID insert(String source, UUID importId, Deal deal, byte[] hash) {
    UUID id = Ids.next();
    dsl.insertInto(OPPORTUNITY)
        .set(OPPORTUNITY.ID, id)
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
        .set(OPPORTUNITY.SOURCE, source)
        .set(OPPORTUNITY.SOURCE_KEY, deal.key())
        .set(OPPORTUNITY.CONTENT_HASH, hash)
        .set(OPPORTUNITY.IMPORT_ID, importId)
        .execute();
    insertParts(id, importId, deal);
    return id;
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
    insertParts(id, importId, deal);
  }

  private void insertParts(UUID id, UUID importId, Deal deal) {
    if (deal.pocStartedAt() != null) {
      dsl.insertInto(POC)
          .set(POC.ID, Ids.next())
          .set(POC.OPPORTUNITY_ID, id)
          .set(POC.STARTED_AT, deal.pocStartedAt())
          .set(POC.ENDED_AT, deal.pocEndedAt())
          .set(POC.RESULT, deal.pocResult())
          .set(POC.FAILURE_REASON, deal.pocFailureReason())
          .execute();
    }
    if (deal.wonAt() != null) {
      dsl.insertInto(CONTRACT)
          .set(CONTRACT.ID, Ids.next())
          .set(CONTRACT.OPPORTUNITY_ID, id)
          .set(CONTRACT.LEAD_ID, deal.leadId())
          .set(CONTRACT.COMPANY_ID, deal.companyId())
          .set(CONTRACT.NUMBER, deal.contractNumber())
          .set(CONTRACT.SIGNED_AT, deal.wonAt())
          .set(CONTRACT.AMOUNT_FEN, deal.amountFen() == null ? 0 : deal.amountFen())
          .set(CONTRACT.ARR_FEN, deal.arrFen())
          .set(CONTRACT.PRODUCT, deal.product())
          .set(CONTRACT.IMPORT_ID, importId)
          .execute();
    }
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
