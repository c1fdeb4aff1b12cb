package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CONTRACT_FACT;
import static io.leadwell.tables.insights.Tables.CUSTOMER_FACT;

import java.time.Instant;
import java.util.UUID;
import org.jooq.TableField;

/** The columns of what is signed: any contract, or the first of a customer. */
record Signing(TableField<?, UUID> leadId, TableField<?, Instant> at) {

  static final Signing CONTRACT = new Signing(CONTRACT_FACT.LEAD_ID, CONTRACT_FACT.SIGNED_AT);

  static final Signing CUSTOMER = new Signing(CUSTOMER_FACT.LEAD_ID, CUSTOMER_FACT.SIGNED_AT);
}
