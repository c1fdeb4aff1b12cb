package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.deals.Tables.POC;
import static io.leadwell.tables.deals.Tables.REPLACED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a repeated import replaced, kept as it was so that its undo can put it back exactly. */
@Component
class ReplacedDeals {

  private static final TypeReference<Map<String, List<Map<String, String>>>> SNAPSHOT =
      new TypeReference<>() {};

  private final DSLContext dsl;
  private final JsonMapper json;

  ReplacedDeals(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
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
      Map<String, List<Map<String, String>>> before =
          json.readValue(row.get(REPLACED.BEFORE).data(), SNAPSHOT);
      leads.addAll(
          dsl.select(OPPORTUNITY.LEAD_ID)
              .from(OPPORTUNITY)
              .where(OPPORTUNITY.ID.eq(opportunity))
              .fetch(OPPORTUNITY.LEAD_ID));
      dsl.deleteFrom(POC).where(POC.OPPORTUNITY_ID.eq(opportunity)).execute();
      dsl.deleteFrom(CONTRACT).where(CONTRACT.OPPORTUNITY_ID.eq(opportunity)).execute();
      dsl.deleteFrom(REPLACED)
          .where(REPLACED.OPPORTUNITY_ID.eq(opportunity))
          .and(REPLACED.IMPORT_ID.eq(importId))
          .execute();
      restore(before, opportunity);
      leads.addAll(
          dsl.select(OPPORTUNITY.LEAD_ID)
              .from(OPPORTUNITY)
              .where(OPPORTUNITY.ID.eq(opportunity))
              .fetch(OPPORTUNITY.LEAD_ID));
    }
    return leads;
  }

  private void restore(Map<String, List<Map<String, String>>> before, UUID opportunity) {
    for (Map<String, String> old : before.getOrDefault("opportunity", List.of())) {
      dsl.update(OPPORTUNITY)
          .set(RowText.read(dsl, OPPORTUNITY, old))
          .where(OPPORTUNITY.ID.eq(opportunity))
          .execute();
    }
    for (Map<String, String> old : before.getOrDefault("poc", List.of())) {
      dsl.insertInto(POC).set(RowText.read(dsl, POC, old)).execute();
    }
    for (Map<String, String> old : before.getOrDefault("contract", List.of())) {
      dsl.insertInto(CONTRACT).set(RowText.read(dsl, CONTRACT, old)).execute();
    }
  }
}
