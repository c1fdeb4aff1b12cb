package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.FOLDED_LEAD;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
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
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.leadwell.tables.leads.tables.records.MergeRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The journal of merges: what stood where before. */
@Component
class MergeStore {

  /** Somebody as a merge needs them. */
  record Human(UUID id, @Nullable String name, Instant createdAt) {}

  /** A live link as it stands. */
  record LiveLink(UUID id, UUID recordId, UUID personId, @Nullable UUID leadId) {}

  private static final String LINK_PART = "link";
  private static final String LEAD_PART = "lead";
  private static final String TOUCH_PART = "touch";
  private static final String ENTRY_PART = "entry";

  private final DSLContext dsl;

  MergeStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Map<UUID, Human> humans(Collection<UUID> ids) {
    Map<UUID, Human> humans = new HashMap<>();
    dsl.select(PERSON.ID, PERSON.NAME, PERSON.CREATED_AT)
        .from(PERSON)
        .where(PERSON.ID.eq(any(ids.toArray(UUID[]::new))))
        .forEach(
            row -> humans.put(row.value1(), new Human(row.value1(), row.value2(), row.value3())));
    return humans;
  }

  List<LeadFolding.Cycle> cycles(Collection<UUID> people) {
    Condition dealt =
        exists(
            selectOne()
                .from(STAGE_ENTRY)
                .where(STAGE_ENTRY.LEAD_ID.eq(LEAD.ID))
                .and(STAGE_ENTRY.OPPORTUNITY_ID.isNotNull()));
    // What forms and calls number themselves is no key that people know a lead by.
    Condition own =
        exists(
            selectOne()
                .from(LINK)
                .join(SOURCE_RECORD)
                .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
                .where(LINK.LEAD_ID.eq(LEAD.ID))
                .and(LINK.SUPERSEDED_AT.isNull())
                .and(SOURCE_RECORD.IMPORT_ID.isNotNull())
                .and(SOURCE_RECORD.SOURCE_KEY.notLike(RecordKey.MADE + "%")));
    return dsl.select(
            LEAD.ID,
            LEAD.PERSON_ID,
            LEAD.BUSINESS_LINE,
            LEAD.STAGE,
            LEAD.OWNER_ID,
            field(own),
            field(dealt),
            LEAD.FIRST_CONTACT_AT)
        .from(LEAD)
        .where(LEAD.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
        .fetch(row ->
            new LeadFolding.Cycle(
                row.value1(),
                row.value2(),
                row.value3(),
                Stage.of(row.value4()),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8()));
  }

  void begin(MergeRow merge) {
    dsl.insertInto(MERGE).set(merge).execute();
  }

  /** Writes down where everything stands that is about to move. */
  void remember(UUID merge, UUID merged, Set<UUID> folded) {
    UUID[] leads = folded.toArray(UUID[]::new);
    dsl.insertInto(
            MERGE_PART,
            MERGE_PART.MERGE_ID,
            MERGE_PART.PART,
            MERGE_PART.ROW_ID,
            MERGE_PART.PERSON_ID,
            MERGE_PART.LEAD_ID)
        .select(
            select(val(merge), inline(LINK_PART), LINK.ID, LINK.PERSON_ID, LINK.LEAD_ID)
                .from(LINK)
                .where(LINK.SUPERSEDED_AT.isNull())
                .and(LINK.PERSON_ID.eq(merged).or(LINK.LEAD_ID.eq(any(leads))))
                .unionAll(
                    select(val(merge), inline(TOUCH_PART), TOUCH.ID, TOUCH.PERSON_ID, TOUCH.LEAD_ID)
                        .from(TOUCH)
                        .where(TOUCH.PERSON_ID.eq(merged).or(TOUCH.LEAD_ID.eq(any(leads)))))
                .unionAll(
                    select(val(merge), inline(LEAD_PART), LEAD.ID, LEAD.PERSON_ID, LEAD.ID)
                        .from(LEAD)
                        .where(LEAD.PERSON_ID.eq(merged)))
                .unionAll(
                    select(
                            val(merge),
                            inline(ENTRY_PART),
                            STAGE_ENTRY.ID,
                            val((UUID) null),
                            STAGE_ENTRY.LEAD_ID)
                        .from(STAGE_ENTRY)
                        .where(STAGE_ENTRY.LEAD_ID.eq(any(leads)))))
        .execute();
  }

  /** The live links that {@link #remember} wrote down. */
  List<LiveLink> remembered(UUID merge) {
    return dsl.select(LINK.ID, LINK.RECORD_ID, LINK.PERSON_ID, LINK.LEAD_ID)
        .from(MERGE_PART)
        .join(LINK)
        .on(LINK.ID.eq(MERGE_PART.ROW_ID))
        .where(MERGE_PART.MERGE_ID.eq(merge))
        .and(MERGE_PART.PART.eq(LINK_PART))
        .fetch(row -> new LiveLink(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  void supersede(Collection<UUID> links, Instant now) {
    dsl.update(LINK)
        .set(LINK.SUPERSEDED_AT, now)
        .where(LINK.ID.eq(any(links.toArray(UUID[]::new))))
        .execute();
  }

  /** Gives everything but links to the survivor. */
  void hand(UUID merge, UUID merged, UUID survivor, Map<UUID, UUID> folds) {
    dsl.update(TOUCH).set(TOUCH.PERSON_ID, survivor).where(TOUCH.PERSON_ID.eq(merged)).execute();
    dsl.update(LEAD).set(LEAD.PERSON_ID, survivor).where(LEAD.PERSON_ID.eq(merged)).execute();
    folds.forEach((lead, into) -> {
      dsl.update(TOUCH).set(TOUCH.LEAD_ID, into).where(TOUCH.LEAD_ID.eq(lead)).execute();
      dsl.update(STAGE_ENTRY)
          .set(STAGE_ENTRY.LEAD_ID, into)
          .where(STAGE_ENTRY.LEAD_ID.eq(lead))
          .execute();
      dsl.insertInto(FOLDED_LEAD)
          .columns(
              FOLDED_LEAD.LEAD_ID,
              FOLDED_LEAD.INTO_ID,
              FOLDED_LEAD.MERGE_ID,
              FOLDED_LEAD.CREATED_AT)
          .select(
              select(LEAD.ID, val(into), val(merge), LEAD.CREATED_AT)
                  .from(LEAD)
                  .where(LEAD.ID.eq(lead)))
          .execute();
      dsl.deleteFrom(LEAD).where(LEAD.ID.eq(lead)).execute();
    });
  }

  /** The merged person is a signpost from now on: found by nothing, counted nowhere. */
  void redirect(UUID merged, UUID survivor) {
    dsl.update(PERSON)
        .set(PERSON.REDIRECT_TO, survivor)
        .setNull(PERSON.COMPANY_ID)
        .set(PERSON.SEARCH_TEXT, "")
        .set(PERSON.GRAMS, new Integer[0])
        .where(PERSON.ID.eq(merged))
        .execute();
  }

  Optional<MergeRow> find(UUID merge) {
    return dsl.selectFrom(MERGE).where(MERGE.ID.eq(merge)).fetchOptional();
  }

  /** Merges that hold, of everybody who is this person by now; the newest first. */
  List<MergeRow> of(Set<UUID> everyone) {
    return dsl.selectFrom(MERGE)
        .where(MERGE.MERGED_ID.eq(any(everyone.toArray(UUID[]::new))))
        .and(MERGE.UNDONE_AT.isNull())
        .orderBy(MERGE.MERGED_AT.desc(), MERGE.ID.desc())
        .fetch();
  }

  /** Identifiers by which two people can't be one: of a kind and scope of which nobody has two. */
  List<Map.Entry<Identity, Identity>> conflicts(UUID one, UUID other) {
    var ones = IDENTIFIER.as("ones");
    var others = IDENTIFIER.as("others");
    List<Map.Entry<Identity, Identity>> conflicts = new ArrayList<>();
    dsl.select(ones.KIND, ones.SCOPE, ones.VALUE, others.VALUE)
        .from(ones)
        .join(others)
        .on(others.KIND.eq(ones.KIND))
        .and(others.SCOPE.eq(ones.SCOPE))
        .where(ones.PERSON_ID.eq(one))
        .and(others.PERSON_ID.eq(other))
        .and(ones.TRUST.eq("A"))
        .and(others.TRUST.eq("A"))
        .and(ones.VALUE.ne(others.VALUE))
        .forEach(row -> {
          Identity.Kind kind = Identity.Kind.of(row.value1());
          if (kind != null) {
            conflicts.add(
                Map.entry(
                    new Identity(kind, row.value2(), row.value3()),
                    new Identity(kind, row.value2(), row.value4())));
          }
        });
    return conflicts;
  }
}
