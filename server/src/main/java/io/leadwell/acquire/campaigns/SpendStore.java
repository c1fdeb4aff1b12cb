package io.leadwell.acquire.campaigns;

import static io.leadwell.tables.campaigns.Tables.SPEND;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trim;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.SelectField;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of spend. */
@Repository
class SpendStore {

  static final List<SelectField<?>> COLUMNS =
      List.of(
          SPEND.ID,
          SPEND.DAY_FROM,
          SPEND.DAY_TO,
          SPEND.CHANNEL_ID,
          SPEND.CAMPAIGN_ID,
          SPEND.ACCOUNT,
          SPEND.PLAN,
          SPEND.UNIT,
          SPEND.KEYWORD,
          SPEND.AMOUNT_FEN,
          SPEND.IMPRESSIONS,
          SPEND.CLICKS,
          SPEND.NOTE,
          SPEND.IMPORT_ID,
          SPEND.FETCHED,
          SPEND.CREATED_AT);

  static final RecordMapper<Record, Spend> SPEND_OF =
      r ->
          new Spend(
              r.get(SPEND.ID),
              r.get(SPEND.DAY_FROM),
              r.get(SPEND.DAY_TO),
              r.get(SPEND.CHANNEL_ID),
              r.get(SPEND.CAMPAIGN_ID),
              r.get(SPEND.ACCOUNT),
              r.get(SPEND.PLAN),
              r.get(SPEND.UNIT),
              r.get(SPEND.KEYWORD),
              r.get(SPEND.AMOUNT_FEN),
              r.get(SPEND.IMPRESSIONS),
              r.get(SPEND.CLICKS),
              r.get(SPEND.NOTE),
              r.get(SPEND.IMPORT_ID),
              r.get(SPEND.FETCHED),
              r.get(SPEND.CREATED_AT));

  private final DSLContext dsl;

  SpendStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Spend> findForUpdate(UUID id) {
    return dsl.select(COLUMNS)
        .from(SPEND)
        .where(SPEND.ID.eq(id))
        .forUpdate()
        .fetchOptional(SPEND_OF);
  }

  void insert(UUID id, SpendDraft draft, @Nullable UUID by) {
    dsl.insertInto(SPEND).set(SPEND.ID, id).set(values(draft)).set(SPEND.CREATED_BY, by).execute();
  }

  void update(UUID id, SpendDraft draft, Instant editedAt) {
    dsl.update(SPEND)
        .set(values(draft))
        .set(SPEND.EDITED_AT, editedAt)
        .where(SPEND.ID.eq(id))
        .execute();
  }

  void delete(UUID id) {
    dsl.deleteFrom(SPEND).where(SPEND.ID.eq(id)).execute();
  }

  /** The newest days first. */
  SpendPage page(SpendFilter filter, @Nullable String cursor, int limit) {
    Condition condition = condition(filter);
    List<String> after = Cursor.values(cursor, 2);
    Condition seek =
        after == null
            ? noCondition()
            : after(LocalDate.parse(after.getFirst()), UUID.fromString(after.getLast()));
    List<Spend> found =
        dsl.select(COLUMNS)
            .from(SPEND)
            .where(condition)
            .and(seek)
            .orderBy(SPEND.DAY_FROM.desc(), SPEND.ID)
            .limit(limit + 1)
            .fetch(SPEND_OF);
    boolean more = found.size() > limit;
    List<Spend> shown = more ? found.subList(0, limit) : found;
    String next =
        more
            ? Cursor.of(
                List.of(shown.getLast().dayFrom().toString(), shown.getLast().id().toString()))
            : null;
    var totals =
        dsl.select(count(), coalesce(sum(SPEND.AMOUNT_FEN), inline(0)).cast(Long.class))
            .from(SPEND)
            .where(condition)
            .fetchSingle();
    return new SpendPage(
        new Page<>(List.copyOf(shown), next, totals.value1(), false), totals.value2());
  }

  private static Condition after(LocalDate day, UUID id) {
    return SPEND.DAY_FROM.lt(day).or(SPEND.DAY_FROM.eq(day).and(SPEND.ID.gt(id)));
  }

  private static Condition condition(SpendFilter filter) {
    Condition condition =
        among(SPEND.CHANNEL_ID, filter.channels())
            .and(among(SPEND.CAMPAIGN_ID, filter.campaigns()))
            .and(named(trim(SPEND.PLAN), filter.plan()))
            .and(named(trim(SPEND.UNIT), filter.unit()))
            .and(
                named(
                    lower(trim(SPEND.KEYWORD)),
                    filter.keyword() == null ? null : filter.keyword().toLowerCase(Locale.ROOT)));
    if (filter.from() != null) {
      condition = condition.and(SPEND.DAY_TO.ge(filter.from()));
    }
    if (filter.to() != null) {
      condition = condition.and(SPEND.DAY_FROM.le(filter.to()));
    }
    if (filter.importId() != null) {
      condition = condition.and(SPEND.IMPORT_ID.eq(filter.importId()));
    }
    return condition;
  }

  private static Condition named(Field<String> field, @Nullable String name) {
    if (name == null) {
      return noCondition();
    }
    return name.isEmpty() ? field.isNull().or(field.eq("")) : field.eq(name);
  }

  private static Condition among(TableField<?, UUID> field, @Nullable Set<UUID> ids) {
    if (ids == null) {
      return noCondition();
    }
    return ids.isEmpty() ? field.isNull() : field.in(ids);
  }

  static Map<Field<?>, @Nullable Object> values(SpendDraft draft) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(SPEND.DAY_FROM, draft.dayFrom());
    values.put(SPEND.DAY_TO, draft.dayTo());
    values.put(SPEND.CHANNEL_ID, draft.channelId());
    values.put(SPEND.CAMPAIGN_ID, draft.campaignId());
    values.put(SPEND.ACCOUNT, draft.account());
    values.put(SPEND.PLAN, draft.plan());
    values.put(SPEND.UNIT, draft.unit());
    values.put(SPEND.KEYWORD, draft.keyword());
    values.put(SPEND.AMOUNT_FEN, draft.amountFen());
    values.put(SPEND.IMPRESSIONS, draft.impressions());
    values.put(SPEND.CLICKS, draft.clicks());
    values.put(SPEND.NOTE, draft.note());
    return values;
  }
}
