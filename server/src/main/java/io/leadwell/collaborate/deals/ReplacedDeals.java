package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.deals.Tables.POC;
import static io.leadwell.tables.deals.Tables.REPLACED;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.JSONFormat;
import org.jooq.JSONFormat.RecordFormat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a repeated import replaced, kept as it was so that its undo can put it back exactly. */
@Component
class ReplacedDeals {

  private static final JSONFormat PLAIN =
      JSONFormat.DEFAULT_FOR_RESULTS.header(false).recordFormat(RecordFormat.OBJECT);

  private final DSLContext dsl;
  private final JsonMapper json;

  ReplacedDeals(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
    this.json = json;
  }

  void keep(UUID importId, UUID opportunity) {
    String before =
        "{\"opportunity\":"
            + dsl.selectFrom(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(opportunity))
                .fetch()
                .formatJSON(PLAIN)
            + ",\"poc\":"
            + dsl.selectFrom(POC)
                .where(POC.OPPORTUNITY_ID.eq(opportunity))
                .fetch()
                .formatJSON(PLAIN)
            + ",\"contract\":"
            + dsl.selectFrom(CONTRACT)
                .where(CONTRACT.OPPORTUNITY_ID.eq(opportunity))
                .fetch()
                .formatJSON(PLAIN)
            + "}";
    dsl.insertInto(REPLACED)
        .set(REPLACED.IMPORT_ID, importId)
        .set(REPLACED.OPPORTUNITY_ID, opportunity)
        .set(REPLACED.BEFORE, JSONB.jsonb(before))
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
      JsonNode before = json.readTree(row.get(REPLACED.BEFORE).data());
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

  private void restore(JsonNode before, UUID opportunity) {
    for (var old : dsl.fetchFromJSON(before.get("opportunity").toString())) {
      var row = dsl.newRecord(OPPORTUNITY);
      row.from(old);
      dsl.update(OPPORTUNITY).set(row).where(OPPORTUNITY.ID.eq(opportunity)).execute();
    }
    for (var old : dsl.fetchFromJSON(before.get("poc").toString())) {
      var row = dsl.newRecord(POC);
      row.from(old);
      dsl.insertInto(POC).set(row).execute();
    }
    for (var old : dsl.fetchFromJSON(before.get("contract").toString())) {
      var row = dsl.newRecord(CONTRACT);
      row.from(old);
      dsl.insertInto(CONTRACT).set(row).execute();
    }
  }
}
