package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.deals.Tables.POC;
import static io.leadwell.tables.deals.Tables.REPLACED;
import static org.jooq.impl.DSL.select;

import io.leadwell.pool.leads.LeadHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a repeated import replaced, kept as it was so that its undo can put it back exactly. */
@Component
class ReplacedDeals {

  private static final TypeReference<Map<String, List<Map<String, String>>>> SNAPSHOT =
      new TypeReference<>() {};

  private final DSLContext dsl;
  private final LeadHistory history;
  private final JsonMapper json;

  ReplacedDeals(DSLContext dsl, LeadHistory history, JsonMapper json) {
    this.dsl = dsl;
    this.history = history;
    this.json = json;
  }

  void keep(UUID importId, UUID opportunity) {
    Map<String, List<Map<String, String>>> before =
        Map.of(
            "opportunity",
            RowText.of(dsl.selectFrom(OPPORTUNITY).where(OPPORTUNITY.ID.eq(opportunity)).fetch()),
            "poc",
            RowText.of(dsl.selectFrom(POC).where(POC.OPPORTUNITY_ID.eq(opportunity)).fetch()),
            "contract",
            RowText.of(
                dsl.selectFrom(CONTRACT).where(CONTRACT.OPPORTUNITY_ID.eq(opportunity)).fetch()));
    dsl.insertInto(REPLACED)
        .set(REPLACED.IMPORT_ID, importId)
        .set(REPLACED.OPPORTUNITY_ID, opportunity)
        .set(REPLACED.BEFORE, JSONB.jsonb(json.writeValueAsString(before)))
        // Replaced twice by one import: what counts is how it was before.
        .onConflictDoNothing()
        .execute();
  }

  /** The leads whose deals were put back. */
  List<UUID> putBack(UUID importId) {
    List<UUID> leads = new ArrayList<>();
    var kept = dsl.selectFrom(REPLACED).where(REPLACED.IMPORT_ID.eq(importId)).fetch();
    for (var row : kept) {
      UUID opportunity = row.get(REPLACED.OPPORTUNITY_ID);
      UUID later = nextAfter(importId, opportunity);
      if (later != null) {
        // A later import speaks of the deal: it stays, and its own undo leads further back now.
        dsl.update(REPLACED)
            .set(REPLACED.BEFORE, row.get(REPLACED.BEFORE))
            .where(REPLACED.IMPORT_ID.eq(later))
            .and(REPLACED.OPPORTUNITY_ID.eq(opportunity))
            .execute();
        forget(importId, opportunity);
        continue;
      }
      Map<String, List<Map<String, String>>> before =
          json.readValue(row.get(REPLACED.BEFORE).data(), SNAPSHOT);
      leads.addAll(
          dsl.select(OPPORTUNITY.LEAD_ID)
              .from(OPPORTUNITY)
              .where(OPPORTUNITY.ID.eq(opportunity))
              .fetch(OPPORTUNITY.LEAD_ID));
      dsl.deleteFrom(POC).where(POC.OPPORTUNITY_ID.eq(opportunity)).execute();
      dsl.deleteFrom(CONTRACT).where(CONTRACT.OPPORTUNITY_ID.eq(opportunity)).execute();
      forget(importId, opportunity);
      restore(before, opportunity);
      leads.addAll(
          dsl.select(OPPORTUNITY.LEAD_ID)
              .from(OPPORTUNITY)
              .where(OPPORTUNITY.ID.eq(opportunity))
              .fetch(OPPORTUNITY.LEAD_ID));
    }
    return leads;
  }

  /** Deals that the import made and a later one told again become the later one's. */
  void handOn(UUID importId) {
    for (UUID opportunity :
        dsl.select(OPPORTUNITY.ID)
            .from(OPPORTUNITY)
            .where(OPPORTUNITY.IMPORT_ID.eq(importId))
            .and(
                OPPORTUNITY.ID.in(
                    select(REPLACED.OPPORTUNITY_ID)
                        .from(REPLACED)
                        .where(REPLACED.IMPORT_ID.gt(importId))))
            .fetch(OPPORTUNITY.ID)) {
      UUID later = nextAfter(importId, opportunity);
      if (later != null) {
        dsl.update(OPPORTUNITY)
            .set(OPPORTUNITY.IMPORT_ID, later)
            .where(OPPORTUNITY.ID.eq(opportunity))
            .execute();
        forget(later, opportunity);
      }
    }
  }

  /** Ids of imports grow with time, so the next to replace a deal has the next larger one. */
  private @Nullable UUID nextAfter(UUID importId, UUID opportunity) {
    return dsl.select(REPLACED.IMPORT_ID)
        .from(REPLACED)
        .where(REPLACED.OPPORTUNITY_ID.eq(opportunity))
        .and(REPLACED.IMPORT_ID.gt(importId))
        .orderBy(REPLACED.IMPORT_ID)
        .limit(1)
        .fetchOne(REPLACED.IMPORT_ID);
  }

  private void forget(UUID importId, UUID opportunity) {
    dsl.deleteFrom(REPLACED)
        .where(REPLACED.OPPORTUNITY_ID.eq(opportunity))
        .and(REPLACED.IMPORT_ID.eq(importId))
        .execute();
  }

  private void withoutLostCompany(Map<String, String> row) {
    String company = row.get(OPPORTUNITY.COMPANY_ID.getName());
    if (company != null && history.companiesThere(List.of(UUID.fromString(company))).isEmpty()) {
      row.remove(OPPORTUNITY.COMPANY_ID.getName());
    }
  }

  private void restore(Map<String, List<Map<String, String>>> before, UUID opportunity) {
    before.values().forEach(rows -> rows.forEach(this::withoutLostCompany));
    for (Map<String, String> old : before.getOrDefault("opportunity", List.of())) {
      Record row = RowText.read(dsl, OPPORTUNITY, old);
      // Whose the deal is may have been handed on since: that is not part of how it was.
      row.touched(OPPORTUNITY.IMPORT_ID, false);
      dsl.update(OPPORTUNITY).set(row).where(OPPORTUNITY.ID.eq(opportunity)).execute();
    }
    for (Map<String, String> old : before.getOrDefault("poc", List.of())) {
      dsl.insertInto(POC).set(RowText.read(dsl, POC, old)).execute();
    }
    for (Map<String, String> old : before.getOrDefault("contract", List.of())) {
      dsl.insertInto(CONTRACT).set(RowText.read(dsl, CONTRACT, old)).execute();
    }
  }
}
