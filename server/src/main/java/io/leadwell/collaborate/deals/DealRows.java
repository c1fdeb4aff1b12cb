package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.deals.Tables.POC;

import io.leadwell.base.platform.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What is told of opportunities, as rows to be written. */
final class DealRows {

  static final List<Field<?>> OPPORTUNITY_COLUMNS =
      List.of(
          OPPORTUNITY.ID,
          OPPORTUNITY.SOURCE,
          OPPORTUNITY.SOURCE_KEY,
          OPPORTUNITY.CONTENT_HASH,
          OPPORTUNITY.IMPORT_ID,
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
          OPPORTUNITY.CHANGE_ID);
  static final List<Field<?>> POC_COLUMNS =
      List.of(
          POC.ID, POC.OPPORTUNITY_ID, POC.STARTED_AT, POC.ENDED_AT, POC.RESULT, POC.FAILURE_REASON);
  static final List<Field<?>> CONTRACT_COLUMNS =
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
          CONTRACT.STARTS_ON,
          CONTRACT.ENDS_ON,
          CONTRACT.IMPORT_ID);

  private DealRows() {}

  static List<Object[]> opportunities(UUID change, List<DealStore.Fresh> deals) {
    List<Object[]> rows = new ArrayList<>(deals.size());
    for (DealStore.Fresh deal : deals) {
      Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
      row.put(OPPORTUNITY.ID, deal.id());
      row.put(OPPORTUNITY.SOURCE, deal.origin().source());
      row.put(OPPORTUNITY.SOURCE_KEY, deal.origin().key());
      row.put(OPPORTUNITY.CONTENT_HASH, deal.origin().hash());
      row.put(OPPORTUNITY.IMPORT_ID, change);
      row.putAll(told(change, deal.content()));
      rows.add(OPPORTUNITY_COLUMNS.stream().map(row::get).toArray());
    }
    return rows;
  }

  /** What a change says of an opportunity that may be there already. */
  static Map<Field<?>, @Nullable Object> told(UUID change, DealContent content) {
    Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put(OPPORTUNITY.LEAD_ID, content.leadId());
    columns.put(OPPORTUNITY.COMPANY_ID, content.companyId());
    columns.put(OPPORTUNITY.NAME, content.name());
    columns.put(OPPORTUNITY.STAGE, content.stage());
    columns.put(OPPORTUNITY.AMOUNT_FEN, content.amountFen());
    columns.put(OPPORTUNITY.PRODUCT, content.product());
    columns.put(OPPORTUNITY.OWNER_ID, content.ownerId());
    columns.put(OPPORTUNITY.LOSS_REASON, content.lossReason());
    columns.put(OPPORTUNITY.COMPETITOR, content.competitor());
    columns.put(OPPORTUNITY.OPENED_AT, content.openedAt());
    columns.put(OPPORTUNITY.CLOSED_AT, content.closedAt());
    columns.put(OPPORTUNITY.CHANGE_ID, change);
    return columns;
  }

  static List<Object[]> pocs(UUID opportunity, DealContent content) {
    List<Object[]> rows = new ArrayList<>();
    for (Opportunity.Poc poc : content.pocs()) {
      rows.add(
          new @Nullable Object[] {
            Ids.next(),
            opportunity,
            poc.startedAt(),
            poc.endedAt(),
            poc.result(),
            poc.failureReason()
          });
    }
    return rows;
  }

  static List<Object[]> contracts(UUID opportunity, UUID change, DealContent content) {
    List<Object[]> rows = new ArrayList<>();
    for (Opportunity.Contract contract : content.contracts()) {
      rows.add(
          new @Nullable Object[] {
            contract.id(),
            opportunity,
            content.leadId(),
            content.companyId(),
            contract.number(),
            contract.signedAt(),
            contract.amountFen(),
            contract.arrFen(),
            contract.product(),
            contract.startsOn(),
            contract.endsOn(),
            change
          });
    }
    return rows;
  }
}
