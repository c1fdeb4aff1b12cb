package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.FOLDED_LEAD;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.MERGE;
import static io.leadwell.tables.leads.Tables.MERGE_PART;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.leadwell.base.workspace.Caller;
import io.leadwell.tables.leads.tables.Lead;
import io.leadwell.tables.leads.tables.records.MergeRow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts back what a merge moved. */
@Component
class UnmergeStore {

  /**
   * Where a record stood before the merge.
   *
   * @param recordId the record as it is told now: perhaps a later version of the one that was moved
   */
  record Stood(UUID recordId, UUID personId, @Nullable UUID leadId, String decision, String rule) {}

  /** A lead that was folded, with whose it was. */
  record Folded(UUID leadId, UUID intoId, UUID personId) {}

  private final DSLContext dsl;

  UnmergeStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Of the records that the merge moved, those that are still told, by their latest version. */
  List<Stood> records(UUID merge) {
    Field<UUID> chained = field(name("chain", "record_id"), SQLDataType.UUID);
    Field<UUID> link = field(name("chain", "link_id"), SQLDataType.UUID);
    var chain =
        name("chain")
            .fields("link_id", "record_id")
            .as(
                select(LINK.ID, LINK.RECORD_ID)
                    .from(MERGE_PART)
                    .join(LINK)
                    .on(LINK.ID.eq(MERGE_PART.ROW_ID))
                    .where(MERGE_PART.MERGE_ID.eq(merge))
                    .and(MERGE_PART.PART.eq("link"))
                    .unionAll(
                        select(link, SOURCE_RECORD.SUPERSEDED_BY)
                            .from(name("chain"))
                            .join(SOURCE_RECORD)
                            .on(SOURCE_RECORD.ID.eq(chained))
                            .where(SOURCE_RECORD.SUPERSEDED_BY.isNotNull())));
    return dsl.withRecursive(chain)
        .select(chained, MERGE_PART.PERSON_ID, MERGE_PART.LEAD_ID, LINK.DECISION, LINK.RULE)
        .from(chain)
        .join(MERGE_PART)
        .on(MERGE_PART.ROW_ID.eq(link))
        .and(MERGE_PART.MERGE_ID.eq(merge))
        .join(LINK)
        .on(LINK.ID.eq(link))
        .join(SOURCE_RECORD)
        .on(SOURCE_RECORD.ID.eq(chained))
        .where(SOURCE_RECORD.SUPERSEDED_BY.isNull())
        .fetch(
            row -> new Stood(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  /** The leads that were the merged person's and not folded, as far as they are there. */
  Set<UUID> leads(UUID merge, UUID merged, UUID holder) {
    return dsl.select(LEAD.ID)
        .from(MERGE_PART)
        .join(LEAD)
        .on(LEAD.ID.eq(MERGE_PART.ROW_ID))
        .where(MERGE_PART.MERGE_ID.eq(merge))
        .and(MERGE_PART.PART.eq("lead"))
        .and(MERGE_PART.PERSON_ID.eq(merged))
        .and(LEAD.PERSON_ID.eq(holder))
        .fetchSet(LEAD.ID);
  }

  /** The leads that the merge folded, with where each of them is by now. */
  List<Folded> folded(UUID merge, UUID merged, UUID holder) {
    return dsl.select(
            FOLDED_LEAD.LEAD_ID,
            FOLDED_LEAD.INTO_ID,
            when(
                    exists(
                        selectOne()
                            .from(MERGE_PART)
                            .where(MERGE_PART.MERGE_ID.eq(merge))
                            .and(MERGE_PART.PART.eq("lead"))
                            .and(MERGE_PART.ROW_ID.eq(FOLDED_LEAD.LEAD_ID))),
                    val(merged))
                .otherwise(val(holder)))
        .from(FOLDED_LEAD)
        .where(FOLDED_LEAD.MERGE_ID.eq(merge))
        .fetch(row -> new Folded(row.value1(), row.value2(), row.value3()));
  }

  /** The lead is there again, empty; what it tells comes from its records and its ledger. */
  void unfold(Folded lead) {
    dsl.insertInto(LEAD)
        .columns(
            LEAD.ID,
            LEAD.PERSON_ID,
            LEAD.FIRST_CONTACT_AT,
            LEAD.LAST_TOUCH_AT,
            LEAD.CREATED_AT,
            LEAD.STAGE,
            LEAD.STAGE_SINCE)
        .select(
            select(
                    FOLDED_LEAD.LEAD_ID,
                    val(lead.personId()),
                    FOLDED_LEAD.CREATED_AT,
                    FOLDED_LEAD.CREATED_AT,
                    FOLDED_LEAD.CREATED_AT,
                    val(Stage.LEAD.word()),
                    FOLDED_LEAD.CREATED_AT)
                .from(FOLDED_LEAD)
                .where(FOLDED_LEAD.LEAD_ID.eq(lead.leadId())))
        .execute();
    dsl.deleteFrom(FOLDED_LEAD).where(FOLDED_LEAD.LEAD_ID.eq(lead.leadId())).execute();
  }

  /** The records that are told of somebody. */
  Set<UUID> told(UUID person) {
    return dsl.select(LINK.RECORD_ID)
        .from(LINK)
        .where(LINK.PERSON_ID.eq(person))
        .and(LINK.SUPERSEDED_AT.isNull())
        .fetchSet(LINK.RECORD_ID);
  }

  /** Those that came in after the merge; ids grow, and both were given under one lock. */
  Set<UUID> toldSince(UUID merge, UUID person) {
    return dsl.select(LINK.RECORD_ID)
        .from(LINK)
        .where(LINK.PERSON_ID.eq(person))
        .and(LINK.SUPERSEDED_AT.isNull())
        .and(LINK.ID.gt(merge))
        .and(LINK.DECISION.ne("merge"))
        .fetchSet(LINK.RECORD_ID);
  }

  /** The record with all that hangs on it stands here from now on. */
  void put(Stood record) {
    giveRecord(record);
    if (record.leadId() != null) {
      dsl.update(STAGE_ENTRY)
          .set(STAGE_ENTRY.LEAD_ID, record.leadId())
          .where(STAGE_ENTRY.RECORD_ID.eq(record.recordId()))
          .execute();
    }
  }

  /** The record and its touches are theirs; the stages that it told stay with the lead. */
  void giveRecord(Stood record) {
    dsl.update(LINK)
        .set(LINK.PERSON_ID, record.personId())
        .set(LINK.LEAD_ID, record.leadId())
        .set(LINK.DECISION, record.decision())
        .set(LINK.RULE, record.rule())
        .where(LINK.RECORD_ID.eq(record.recordId()))
        .and(LINK.SUPERSEDED_AT.isNull())
        .execute();
    dsl.update(TOUCH)
        .set(TOUCH.PERSON_ID, record.personId())
        .set(TOUCH.LEAD_ID, record.leadId())
        .where(TOUCH.RECORD_ID.eq(record.recordId()))
        .execute();
  }

  /** Touches that stand by their own, and stage entries, as the journal has them. */
  void putTouchesAndEntries(UUID merge, UUID merged, UUID holder) {
    dsl.update(TOUCH)
        .set(
            TOUCH.PERSON_ID,
            when(MERGE_PART.PERSON_ID.eq(merged), val(merged)).otherwise(val(holder)))
        .set(TOUCH.LEAD_ID, MERGE_PART.LEAD_ID)
        .from(MERGE_PART)
        .where(MERGE_PART.MERGE_ID.eq(merge))
        .and(MERGE_PART.PART.eq("touch"))
        .and(TOUCH.ID.eq(MERGE_PART.ROW_ID))
        .and(TOUCH.PERSON_ID.eq(holder))
        .and(
            MERGE_PART
                .LEAD_ID
                .isNull()
                .or(exists(selectOne().from(LEAD).where(LEAD.ID.eq(MERGE_PART.LEAD_ID)))))
        .execute();
    Lead stands = LEAD.as("stands");
    dsl.update(STAGE_ENTRY)
        .set(STAGE_ENTRY.LEAD_ID, MERGE_PART.LEAD_ID)
        .from(MERGE_PART)
        .where(MERGE_PART.MERGE_ID.eq(merge))
        .and(MERGE_PART.PART.eq("entry"))
        .and(STAGE_ENTRY.ID.eq(MERGE_PART.ROW_ID))
        .and(
            exists(
                selectOne()
                    .from(stands)
                    .where(stands.ID.eq(STAGE_ENTRY.LEAD_ID))
                    .and(stands.PERSON_ID.eq(holder))))
        .and(exists(selectOne().from(LEAD).where(LEAD.ID.eq(MERGE_PART.LEAD_ID))))
        .execute();
  }

  void giveLeads(Collection<UUID> leads, UUID person) {
    UUID[] ids = leads.toArray(UUID[]::new);
    dsl.update(LEAD).set(LEAD.PERSON_ID, person).where(LEAD.ID.eq(any(ids))).execute();
    dsl.update(TOUCH).set(TOUCH.PERSON_ID, person).where(TOUCH.LEAD_ID.eq(any(ids))).execute();
  }

  /** Folded leads of which nothing is told any more, as their list was taken back since. */
  void dropUntold(Collection<UUID> leads) {
    dsl.deleteFrom(LEAD)
        .where(LEAD.ID.eq(any(leads.toArray(UUID[]::new))))
        .and(
            notExists(
                selectOne()
                    .from(LINK)
                    .where(LINK.LEAD_ID.eq(LEAD.ID))
                    .and(LINK.SUPERSEDED_AT.isNull())))
        .and(notExists(selectOne().from(TOUCH).where(TOUCH.LEAD_ID.eq(LEAD.ID))))
        .and(notExists(selectOne().from(STAGE_ENTRY).where(STAGE_ENTRY.LEAD_ID.eq(LEAD.ID))))
        .execute();
  }

  void undone(MergeRow merge, Caller who, Instant now) {
    dsl.update(PERSON)
        .setNull(PERSON.REDIRECT_TO)
        .where(PERSON.ID.eq(merge.getMergedId()))
        .execute();
    dsl.update(MERGE)
        .set(MERGE.UNDONE_AT, now)
        .set(MERGE.UNDONE_BY, who.memberId())
        .set(MERGE.UNDONE_BY_NAME, who.name())
        .where(MERGE.ID.eq(merge.getId()))
        .execute();
  }
}
