package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Records of edits by hand: kept when taken back, but no longer linked to anybody. */
@Component
class ManualRecords {

  private final DSLContext dsl;

  ManualRecords(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** False when the record is no live edit of this lead. */
  boolean withdraw(UUID record, UUID lead, Instant now) {
    int unlinked =
        dsl.update(LINK)
            .set(LINK.SUPERSEDED_AT, now)
            .where(LINK.RECORD_ID.eq(record))
            .and(LINK.LEAD_ID.eq(lead))
            .and(LINK.SUPERSEDED_AT.isNull())
            .and(
                LINK.RECORD_ID.in(
                    select(SOURCE_RECORD.ID)
                        .from(SOURCE_RECORD)
                        .where(SOURCE_RECORD.SOURCE.eq(Editing.SOURCE))))
            .execute();
    dsl.update(STAGE_ENTRY)
        .set(STAGE_ENTRY.WITHDRAWN_AT, now)
        .where(STAGE_ENTRY.RECORD_ID.eq(record))
        .and(STAGE_ENTRY.WITHDRAWN_AT.isNull())
        .execute();
    return unlinked > 0;
  }
}
