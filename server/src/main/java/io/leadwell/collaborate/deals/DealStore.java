package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.deals.Tables.POC;
import static io.leadwell.tables.deals.Tables.REPLACED;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opportunities, proofs of concept and contracts: what is written, replaced and taken back. */
@Component
class DealStore {

  /** An opportunity already told under a key. */
  record Known(UUID id, UUID leadId, byte @Nullable [] contentHash, boolean edited) {}

  /** By what its source knows an opportunity; {@code hash} is of the row that told of it. */
  record Origin(String source, String key, byte @Nullable [] hash) {}

  /** How an opportunity stands before a change by hand. */
  record Standing(UUID leadId, Origin origin, @Nullable UUID version, boolean removed) {}

  /** An opportunity told for the first time. */
  record Fresh(UUID id, Origin origin, DealContent content) {}

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
            OPPORTUNITY.SOURCE_KEY,
            OPPORTUNITY.ID,
            OPPORTUNITY.LEAD_ID,
            OPPORTUNITY.CONTENT_HASH,
            OPPORTUNITY.EDITED_AT)
        .from(OPPORTUNITY)
        .where(OPPORTUNITY.SOURCE.eq(source))
        .and(OPPORTUNITY.SOURCE_KEY.eq(any(keys.toArray(String[]::new))))
        .forEach(row ->
            known.put(
                row.value1(),
                new Known(row.value2(), row.value3(), row.value4(), row.value5() != null)));
    return known;
  }

  Optional<UUID> leadOf(UUID id) {
    return dsl.select(OPPORTUNITY.LEAD_ID)
        .from(OPPORTUNITY)
        .where(OPPORTUNITY.ID.eq(id))
        .fetchOptional(OPPORTUNITY.LEAD_ID);
  }

  Optional<Standing> standing(UUID id) {
    return dsl.selectFrom(OPPORTUNITY)
        .where(OPPORTUNITY.ID.eq(id))
        .forUpdate()
        .fetchOptional(o ->
            new Standing(
                o.getLeadId(),
                new Origin(o.getSource(), String.valueOf(o.getSourceKey()), o.getContentHash()),
                o.getChangeId(),
                o.getRemovedAt() != null));
  }

  UUID insert(Origin origin, UUID change, DealContent content) {
    UUID id = Ids.next();
    insert(change, List.of(new Fresh(id, origin, content)));
    return id;
  }

  void insert(UUID change, List<Fresh> deals) {
    database.copy(OPPORTUNITY, DealRows.OPPORTUNITY_COLUMNS, DealRows.opportunities(change, deals));
    insertParts(change, deals);
  }

  /** Puts the new content in place; the old is kept for the undo of this change. */
  void replace(UUID id, Origin origin, UUID change, DealContent content) {
    replaced.keep(change, id);
    dsl.update(OPPORTUNITY)
        .set(DealRows.told(change, content))
        .set(OPPORTUNITY.CONTENT_HASH, origin.hash())
        .where(OPPORTUNITY.ID.eq(id))
        .execute();
    deleteParts(id);
    insertParts(change, List.of(new Fresh(id, origin, content)));
  }

  /** Out of sight, until the change is taken back. */
  void putAway(UUID id, UUID change, Instant now) {
    replaced.keep(change, id);
    deleteParts(id);
    dsl.update(OPPORTUNITY)
        .set(OPPORTUNITY.CHANGE_ID, change)
        .set(OPPORTUNITY.REMOVED_AT, now)
        .where(OPPORTUNITY.ID.eq(id))
        .execute();
  }

  /** From here on a person's word stands. */
  void edited(UUID id, Instant now) {
    dsl.update(OPPORTUNITY).set(OPPORTUNITY.EDITED_AT, now).where(OPPORTUNITY.ID.eq(id)).execute();
  }

  /** Whether the lead has an opportunity beside this one that is not lost. */
  boolean hasOtherChance(UUID lead, @Nullable UUID beside) {
    return dsl.fetchExists(
        OPPORTUNITY,
        OPPORTUNITY
            .LEAD_ID
            .eq(lead)
            .and(OPPORTUNITY.ID.isDistinctFrom(beside))
            .and(OPPORTUNITY.REMOVED_AT.isNull())
            .and(OPPORTUNITY.STAGE.ne("lost")));
  }

  private void deleteParts(UUID id) {
    dsl.deleteFrom(POC).where(POC.OPPORTUNITY_ID.eq(id)).execute();
    dsl.deleteFrom(CONTRACT).where(CONTRACT.OPPORTUNITY_ID.eq(id)).execute();
  }

  private void insertParts(UUID change, List<Fresh> deals) {
    List<Object[]> pocs = new ArrayList<>();
    List<Object[]> contracts = new ArrayList<>();
    for (Fresh deal : deals) {
      pocs.addAll(DealRows.pocs(deal.id(), deal.content()));
      contracts.addAll(DealRows.contracts(deal.id(), change, deal.content()));
    }
    database.copy(POC, DealRows.POC_COLUMNS, pocs);
    database.copy(CONTRACT, DealRows.CONTRACT_COLUMNS, contracts);
  }

  /** What the import brought and nobody has told anew since. */
  Map<String, Long> countOf(UUID importId) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(
        "opportunities",
        (long)
            dsl.fetchCount(
                OPPORTUNITY, OPPORTUNITY.IMPORT_ID.eq(importId).and(not(toldAnew(importId)))));
    counts.put("contracts", (long) dsl.fetchCount(CONTRACT, CONTRACT.IMPORT_ID.eq(importId)));
    return counts;
  }

  /** Deals of the import that a person has edited since. */
  long editedSince(UUID importId) {
    return dsl.fetchCount(
        OPPORTUNITY,
        OPPORTUNITY
            .EDITED_AT
            .isNotNull()
            .and(OPPORTUNITY.IMPORT_ID.eq(importId).or(replacedBy(importId))));
  }

  /** Deals that were there before the import told of them otherwise, and no person since. */
  long correctedBy(UUID importId) {
    return dsl.fetchCount(
        OPPORTUNITY,
        replacedBy(importId).and(OPPORTUNITY.EDITED_AT.isNull()).and(not(toldAnew(importId))));
  }

  private static Condition toldAnew(UUID importId) {
    return exists(
        selectOne()
            .from(REPLACED)
            .where(REPLACED.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))
            .and(REPLACED.IMPORT_ID.gt(importId)));
  }

  private static Condition replacedBy(UUID importId) {
    return exists(
        selectOne()
            .from(REPLACED)
            .where(REPLACED.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))
            .and(REPLACED.IMPORT_ID.eq(importId)));
  }

  /** Removes what the change brought and puts back what it replaced; the leads concerned. */
  List<UUID> remove(UUID change) {
    List<UUID> leads = new ArrayList<>(replaced.putBack(change));
    replaced.handOn(change);
    leads.addAll(
        dsl.deleteFrom(OPPORTUNITY)
            .where(OPPORTUNITY.IMPORT_ID.eq(change))
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

  private static long fen(@Nullable BigDecimal sum) {
    return sum == null ? 0 : sum.longValueExact();
  }
}
