package io.leadwell.acquire.campaigns;

import static io.leadwell.tables.campaigns.Tables.CAMPAIGN;
import static io.leadwell.tables.campaigns.Tables.SPEND;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of campaigns. */
@Repository
class CampaignStore {

  private static final List<SelectField<?>> COLUMNS =
      List.of(
          CAMPAIGN.ID,
          CAMPAIGN.NAME,
          CAMPAIGN.KIND,
          CAMPAIGN.CHANNEL_ID,
          CAMPAIGN.STARTS_ON,
          CAMPAIGN.ENDS_ON,
          CAMPAIGN.BUDGET_FEN,
          CAMPAIGN.STATUS,
          CAMPAIGN.OWNER_ID,
          CAMPAIGN.NOTE,
          CAMPAIGN.CODE);

  private static final RecordMapper<Record, Campaign> CAMPAIGN_OF =
      r ->
          new Campaign(
              r.get(CAMPAIGN.ID),
              r.get(CAMPAIGN.NAME),
              CampaignKind.of(r.get(CAMPAIGN.KIND)),
              r.get(CAMPAIGN.CHANNEL_ID),
              r.get(CAMPAIGN.STARTS_ON),
              r.get(CAMPAIGN.ENDS_ON),
              r.get(CAMPAIGN.BUDGET_FEN),
              CampaignStatus.of(r.get(CAMPAIGN.STATUS)),
              r.get(CAMPAIGN.OWNER_ID),
              r.get(CAMPAIGN.NOTE),
              r.get(CAMPAIGN.CODE));

  private static final Field<Long> SPENT =
      field(
          select(coalesce(sum(SPEND.AMOUNT_FEN), inline(0)).cast(Long.class))
              .from(SPEND)
              .where(SPEND.CAMPAIGN_ID.eq(CAMPAIGN.ID)));

  private final DSLContext dsl;

  CampaignStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Campaign> find(UUID id) {
    return dsl.select(COLUMNS).from(CAMPAIGN).where(CAMPAIGN.ID.eq(id)).fetchOptional(CAMPAIGN_OF);
  }

  Optional<Campaign> findForUpdate(UUID id) {
    return dsl.select(COLUMNS)
        .from(CAMPAIGN)
        .where(CAMPAIGN.ID.eq(id))
        .forUpdate()
        .fetchOptional(CAMPAIGN_OF);
  }

  Optional<CampaignLine> line(UUID id) {
    return dsl.select(COLUMNS)
        .select(SPENT)
        .from(CAMPAIGN)
        .where(CAMPAIGN.ID.eq(id))
        .fetchOptional(r -> new CampaignLine(CAMPAIGN_OF.map(r), r.get(SPENT)));
  }

  Map<UUID, String> names(Collection<UUID> ids) {
    return dsl.select(CAMPAIGN.ID, CAMPAIGN.NAME)
        .from(CAMPAIGN)
        .where(CAMPAIGN.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetchMap(CAMPAIGN.ID, CAMPAIGN.NAME);
  }

  Map<UUID, UUID> channels(Collection<UUID> ids) {
    return dsl.select(CAMPAIGN.ID, CAMPAIGN.CHANNEL_ID)
        .from(CAMPAIGN)
        .where(CAMPAIGN.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .and(CAMPAIGN.CHANNEL_ID.isNotNull())
        .fetchMap(CAMPAIGN.ID, CAMPAIGN.CHANNEL_ID);
  }

  Map<String, UUID> idsByKey(Collection<String> keys) {
    return dsl.select(CAMPAIGN.NAME_KEY, CAMPAIGN.ID)
        .from(CAMPAIGN)
        .where(CAMPAIGN.NAME_KEY.eq(DSL.any(keys.toArray(String[]::new))))
        .fetchMap(CAMPAIGN.NAME_KEY, CAMPAIGN.ID);
  }

  /** The campaign whose code this is; upper and lower case are one. */
  Optional<UUID> idByCode(String code) {
    return dsl.select(CAMPAIGN.ID)
        .from(CAMPAIGN)
        .where(lower(CAMPAIGN.CODE).eq(lower(val(code))))
        .fetchOptional(CAMPAIGN.ID);
  }

  /** The newest first; the cursor is the last id, as ids grow with time. */
  Page<CampaignLine> page(CampaignFilter filter, @Nullable String cursor, int limit) {
    Condition condition = condition(filter);
    List<String> after = Cursor.values(cursor, 1);
    Condition seek =
        after == null ? noCondition() : CAMPAIGN.ID.lt(UUID.fromString(after.getFirst()));
    List<CampaignLine> lines =
        dsl.select(COLUMNS)
            .select(SPENT)
            .from(CAMPAIGN)
            .where(condition)
            .and(seek)
            .orderBy(CAMPAIGN.ID.desc())
            .limit(limit + 1)
            .fetch(r -> new CampaignLine(CAMPAIGN_OF.map(r), r.get(SPENT)));
    boolean more = lines.size() > limit;
    List<CampaignLine> shown = more ? lines.subList(0, limit) : lines;
    String next = more ? Cursor.of(List.of(shown.getLast().campaign().id().toString())) : null;
    return new Page<>(List.copyOf(shown), next, dsl.fetchCount(CAMPAIGN, condition), false);
  }

  private static Condition condition(CampaignFilter filter) {
    Condition condition = noCondition();
    if (filter.text() != null && !filter.text().isBlank()) {
      condition = condition.and(CAMPAIGN.NAME_KEY.contains(Names.key(filter.text())));
    }
    if (filter.channels() != null) {
      condition =
          condition.and(
              filter.channels().isEmpty()
                  ? CAMPAIGN.CHANNEL_ID.isNull()
                  : CAMPAIGN.CHANNEL_ID.in(filter.channels()));
    }
    if (filter.status() != null) {
      condition = condition.and(CAMPAIGN.STATUS.eq(filter.status().word()));
    }
    LocalDate from = filter.from();
    if (from != null) {
      condition = condition.and(CAMPAIGN.ENDS_ON.isNull().or(CAMPAIGN.ENDS_ON.ge(from)));
    }
    LocalDate to = filter.to();
    if (to != null) {
      condition = condition.and(CAMPAIGN.STARTS_ON.isNull().or(CAMPAIGN.STARTS_ON.le(to)));
    }
    return condition;
  }

  /** The id of the new row, or nothing when the name is taken. Waits for a writer of the name. */
  Optional<UUID> insert(CampaignDraft draft) {
    return dsl.insertInto(CAMPAIGN)
        .set(CAMPAIGN.ID, Ids.next())
        .set(values(draft))
        .onConflict(CAMPAIGN.NAME_KEY)
        .doNothing()
        .returning(CAMPAIGN.ID)
        .fetchOptional(CAMPAIGN.ID);
  }

  void update(UUID id, CampaignDraft draft) {
    dsl.update(CAMPAIGN).set(values(draft)).where(CAMPAIGN.ID.eq(id)).execute();
  }

  private static Map<Field<?>, @Nullable Object> values(CampaignDraft draft) {
    Map<Field<?>, @Nullable Object> values = new java.util.HashMap<>();
    values.put(CAMPAIGN.NAME, draft.name());
    values.put(CAMPAIGN.NAME_KEY, Names.key(draft.name()));
    values.put(CAMPAIGN.KIND, draft.kind().word());
    values.put(CAMPAIGN.CHANNEL_ID, draft.channelId());
    values.put(CAMPAIGN.STARTS_ON, draft.startsOn());
    values.put(CAMPAIGN.ENDS_ON, draft.endsOn());
    values.put(CAMPAIGN.BUDGET_FEN, draft.budgetFen());
    values.put(CAMPAIGN.STATUS, draft.status().word());
    values.put(CAMPAIGN.OWNER_ID, draft.ownerId());
    values.put(CAMPAIGN.NOTE, draft.note());
    values.put(CAMPAIGN.CODE, draft.code());
    return values;
  }
}
