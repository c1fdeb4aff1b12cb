package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.FOLDED_LEAD;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.leads.LeadFilter.Order;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of leads. */
@Component
class LeadStore {

  /** Counting further costs more than knowing is worth; the page then says "at least". */
  private static final int COUNT_UP_TO = 100_000;

  /** A lead with its person and company, before names of other modules are known. */
  record Found(
      UUID id,
      UUID personId,
      @Nullable String key,
      @Nullable String name,
      @Nullable String title,
      @Nullable String phone,
      @Nullable String email,
      @Nullable UUID companyId,
      @Nullable String company,
      @Nullable UUID channelId,
      @Nullable UUID campaignId,
      @Nullable String content,
      @Nullable String sourceClass,
      String stage,
      @Nullable UUID ownerId,
      @Nullable UUID sdrId,
      @Nullable String province,
      @Nullable String city,
      @Nullable String industry,
      @Nullable String note,
      Instant firstContactAt,
      Instant lastTouchAt,
      Instant stageSince,
      long revenueFen,
      @Nullable String verdict,
      boolean erased,
      Map<String, Object> custom) {

    /** The name, or else the key its source gave it. */
    @Nullable String calledBy() {
      return name == null ? key : name;
    }
  }

  private final DSLContext dsl;
  private final LeadConditions conditions;

  LeadStore(DSLContext dsl, LeadConditions conditions) {
    this.dsl = dsl;
    this.conditions = conditions;
  }

  Page<Found> page(
      LeadFilter filter, Visible visible, Order order, @Nullable String cursor, int limit) {
    Condition wanted = LeadConditions.visible(visible).and(conditions.of(filter));
    List<String> after = Cursor.values(cursor, 2);
    // The page is cut before people and companies are joined to it.
    var page =
        select(LEAD.ID)
            .from(LEAD)
            .where(wanted)
            .and(after == null ? noCondition() : LeadOrdering.beyond(order, after))
            .orderBy(LeadOrdering.fields(order))
            .limit(limit + 1)
            .asTable("page");
    Field<Integer> counted = field(selectCount().from(counted(wanted))).as("total");
    int[] total = {-1};
    List<Found> rows =
        found(counted)
            .join(page)
            .on(LEAD.ID.eq(page.field(LEAD.ID)))
            .orderBy(LeadOrdering.fields(order))
            .fetch(row -> {
              total[0] = row.get(counted);
              return map(row);
            });
    if (rows.isEmpty()) {
      // on a first page nothing was found; behind the last one there is nobody to ask
      total[0] = after == null ? 0 : count(wanted);
    }
    boolean more = rows.size() > limit;
    String next = null;
    if (more) {
      Found last = rows.get(limit - 1);
      next = Cursor.of(List.of(LeadOrdering.value(last, order), last.id().toString()));
    }
    return new Page<>(
        List.copyOf(rows.subList(0, Math.min(limit, rows.size()))),
        next,
        total[0],
        total[0] >= COUNT_UP_TO);
  }

  int count(LeadFilter filter, Visible visible) {
    return count(LeadConditions.visible(visible).and(conditions.of(filter)));
  }

  private int count(Condition wanted) {
    return dsl.selectCount().from(counted(wanted)).fetchSingle().value1();
  }

  private static Table<?> counted(Condition wanted) {
    return selectOne().from(LEAD).where(wanted).limit(COUNT_UP_TO).asTable("counted");
  }

  /** People behind a filter, for actions on all of them. */
  Select<Record1<UUID>> people(LeadFilter filter, Visible visible) {
    return select(LEAD.PERSON_ID)
        .distinctOn(LEAD.PERSON_ID)
        .from(LEAD)
        .where(LeadConditions.visible(visible))
        .and(conditions.of(filter));
  }

  Select<Record1<UUID>> people(Collection<UUID> leads, Visible visible) {
    return select(LEAD.PERSON_ID)
        .distinctOn(LEAD.PERSON_ID)
        .from(LEAD)
        .where(LEAD.ID.eq(any(leads.toArray(UUID[]::new))))
        .and(LeadConditions.visible(visible));
  }

  /** Also by the id of a lead that was folded into this one. */
  Optional<Found> find(UUID id, Visible visible) {
    Optional<Found> lead =
        found()
            .where(LEAD.ID.eq(id))
            .and(LeadConditions.visible(visible))
            .fetchOptional(LeadStore::map);
    UUID now = lead.isPresent() ? id : current(List.of(id)).getOrDefault(id, id);
    return now.equals(id) ? lead : find(now, visible);
  }

  /** Which lead each of these ids leads to: itself, or the one it was folded into. */
  Map<UUID, UUID> current(Collection<UUID> ids) {
    Map<UUID, UUID> current = new HashMap<>();
    ids.forEach(id -> current.put(id, id));
    Map<UUID, UUID> folded = Map.of();
    do {
      folded =
          dsl.select(FOLDED_LEAD.LEAD_ID, FOLDED_LEAD.INTO_ID)
              .from(FOLDED_LEAD)
              .where(FOLDED_LEAD.LEAD_ID.eq(any(current.values().toArray(UUID[]::new))))
              .fetchMap(FOLDED_LEAD.LEAD_ID, FOLDED_LEAD.INTO_ID);
      Map<UUID, UUID> into = folded;
      current.replaceAll((id, now) -> into.getOrDefault(now, now));
    } while (!folded.isEmpty());
    return current;
  }

  List<Found> ofPerson(UUID person, Visible visible) {
    return found()
        .where(LEAD.PERSON_ID.eq(person))
        .and(LeadConditions.visible(visible))
        .orderBy(LEAD.FIRST_CONTACT_AT.desc())
        .fetch(LeadStore::map);
  }

  /** In the order of {@code ids}; what the reader may not see is left out. */
  List<Found> rows(List<UUID> ids, Visible visible) {
    Map<UUID, Found> byId = new HashMap<>();
    found()
        .where(LEAD.ID.eq(any(ids.toArray(UUID[]::new))))
        .and(LeadConditions.visible(visible))
        .forEach(row -> byId.put(row.get(LEAD.ID), map(row)));
    return ids.stream().filter(byId::containsKey).map(byId::get).toList();
  }

  /** Every lead of the filter, newest first, without holding them all in memory. */
  void each(LeadFilter filter, Visible visible, Consumer<Found> to) {
    try (var rows =
        found()
            .where(LeadConditions.visible(visible))
            .and(conditions.of(filter))
            .orderBy(LEAD.FIRST_CONTACT_AT.desc(), LEAD.ID.desc())
            .fetchSize(2_000)
            .fetchLazy()) {
      rows.forEach(row -> to.accept(map(row)));
    }
  }

  private SelectJoinStep<?> found(SelectField<?>... further) {
    return dsl.select(
            LEAD.ID,
            PERSON.ID,
            LEAD.SOURCE_KEY,
            PERSON.NAME,
            PERSON.TITLE,
            PERSON.PHONE,
            PERSON.EMAIL,
            COMPANY.ID,
            COMPANY.NAME,
            LEAD.CHANNEL_ID,
            LEAD.CAMPAIGN_ID,
            LEAD.CONTENT,
            LEAD.SOURCE_CLASS,
            LEAD.STAGE,
            LEAD.OWNER_ID,
            LEAD.SDR_ID,
            LEAD.PROVINCE,
            LEAD.CITY,
            LEAD.INDUSTRY,
            LEAD.NOTE,
            LEAD.FIRST_CONTACT_AT,
            LEAD.LAST_TOUCH_AT,
            LEAD.STAGE_SINCE,
            LEAD.REVENUE_FEN,
            LEAD.VERDICT,
            PERSON.ERASED_AT,
            LEAD.CUSTOM,
            PERSON.CUSTOM,
            COMPANY.CUSTOM)
        .select(further)
        .from(LEAD)
        .join(PERSON)
        .on(PERSON.ID.eq(LEAD.PERSON_ID))
        .leftJoin(COMPANY)
        .on(COMPANY.ID.eq(LEAD.COMPANY_ID));
  }

  private static Found map(org.jooq.Record row) {
    return new Found(
        row.get(LEAD.ID),
        row.get(PERSON.ID),
        row.get(LEAD.SOURCE_KEY),
        row.get(PERSON.NAME),
        row.get(PERSON.TITLE),
        row.get(PERSON.PHONE),
        row.get(PERSON.EMAIL),
        row.get(COMPANY.ID),
        row.get(COMPANY.NAME),
        row.get(LEAD.CHANNEL_ID),
        row.get(LEAD.CAMPAIGN_ID),
        row.get(LEAD.CONTENT),
        row.get(LEAD.SOURCE_CLASS),
        row.get(LEAD.STAGE),
        row.get(LEAD.OWNER_ID),
        row.get(LEAD.SDR_ID),
        row.get(LEAD.PROVINCE),
        row.get(LEAD.CITY),
        row.get(LEAD.INDUSTRY),
        row.get(LEAD.NOTE),
        row.get(LEAD.FIRST_CONTACT_AT),
        row.get(LEAD.LAST_TOUCH_AT),
        row.get(LEAD.STAGE_SINCE),
        row.get(LEAD.REVENUE_FEN),
        row.get(LEAD.VERDICT),
        row.get(PERSON.ERASED_AT) != null,
        custom(row.get(LEAD.CUSTOM), row.get(PERSON.CUSTOM), row.get(COMPANY.CUSTOM)));
  }

  private static Map<String, Object> custom(
      @Nullable JSONB lead, @Nullable JSONB person, @Nullable JSONB company) {
    if (lead == null && person == null && company == null) {
      return Map.of();
    }
    Map<String, Object> custom = new HashMap<>();
    custom.putAll(CustomValues.read(FieldEntity.LEAD, lead));
    custom.putAll(CustomValues.read(FieldEntity.PERSON, person));
    custom.putAll(CustomValues.read(FieldEntity.COMPANY, company));
    return custom;
  }
}
