package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;

import io.leadwell.pool.leads.LeadProfile.Identifier;
import io.leadwell.pool.leads.LeadProfile.LedgerLine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of one lead, from several tables. */
@Component
class ProfileStore {

  private final DSLContext dsl;

  ProfileStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<Identifier> identifiers(UUID person) {
    return dsl.select(
            IDENTIFIER.KIND,
            IDENTIFIER.VALUE,
            IDENTIFIER.TRUST,
            IDENTIFIER.VERIFIED_AT,
            IDENTIFIER.FIRST_SEEN_AT)
        .from(IDENTIFIER)
        .where(IDENTIFIER.PERSON_ID.eq(person))
        .orderBy(IDENTIFIER.FIRST_SEEN_AT)
        .fetch(r -> new Identifier(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
  }

  List<LedgerLine> ledger(UUID lead, Map<UUID, String> members) {
    return dsl.select(
            STAGE_ENTRY.STAGE,
            STAGE_ENTRY.MOVE,
            STAGE_ENTRY.HAPPENED_AT,
            STAGE_ENTRY.ACTOR_ID,
            STAGE_ENTRY.REASON)
        .from(STAGE_ENTRY)
        .where(STAGE_ENTRY.LEAD_ID.eq(lead))
        .and(STAGE_ENTRY.WITHDRAWN_AT.isNull())
        .orderBy(STAGE_ENTRY.HAPPENED_AT, STAGE_ENTRY.ID)
        .fetch(r ->
            new LedgerLine(
                r.value1(),
                r.value2(),
                r.value3(),
                r.value4() == null ? null : members.get(r.value4()),
                r.value5()));
  }

  /** A row of an imported file. */
  record FileRow(UUID importId, @Nullable Long row) {}

  /** Which rows of which files records came from; those that came another way are missing. */
  Map<UUID, FileRow> fileRows(Collection<UUID> records) {
    return dsl.select(SOURCE_RECORD.ID, SOURCE_RECORD.IMPORT_ID, SOURCE_RECORD.ROW_NUMBER)
        .from(SOURCE_RECORD)
        .where(SOURCE_RECORD.ID.in(records))
        .and(SOURCE_RECORD.IMPORT_ID.isNotNull())
        .fetchMap(Record3::value1, r -> new FileRow(r.value2(), r.value3()));
  }
}
