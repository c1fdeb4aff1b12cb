package io.leadwell.acquire.links;

import static io.leadwell.tables.links.Tables.LINK;
import static io.leadwell.tables.links.Tables.TALLY;
import static io.leadwell.tables.links.Tables.VISITOR;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Caller;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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

/** Rows of links. */
@Repository
class LinkStore {

  private static final List<SelectField<?>> COLUMNS =
      List.of(
          LINK.ID,
          LINK.CODE,
          LINK.NAME,
          LINK.TARGET,
          LINK.PAGE,
          LINK.CHANNEL_ID,
          LINK.CAMPAIGN_ID,
          LINK.CONTENT,
          LINK.PLAN,
          LINK.UNIT,
          LINK.KEYWORD,
          LINK.ENABLED,
          LINK.EXPIRES_AT,
          LINK.CREATED_BY_NAME,
          LINK.CREATED_AT);

  private static final RecordMapper<Record, Link> LINK_OF =
      r ->
          new Link(
              r.get(LINK.ID),
              r.get(LINK.CODE),
              r.get(LINK.NAME),
              r.get(LINK.TARGET),
              r.get(LINK.PAGE),
              new Placement(
                  r.get(LINK.CHANNEL_ID),
                  r.get(LINK.CAMPAIGN_ID),
                  r.get(LINK.CONTENT),
                  r.get(LINK.PLAN),
                  r.get(LINK.UNIT),
                  r.get(LINK.KEYWORD)),
              r.get(LINK.ENABLED),
              r.get(LINK.EXPIRES_AT),
              r.get(LINK.CREATED_BY_NAME),
              r.get(LINK.CREATED_AT));

  private static final Field<Long> CLICKS = summed(TALLY.CLICKS);
  private static final Field<Long> SCANS = summed(TALLY.SCANS);
  private static final Field<Integer> VISITORS =
      field(selectCount().from(VISITOR).where(VISITOR.LINK_ID.eq(LINK.ID)));

  private final DSLContext dsl;

  LinkStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Link> find(UUID id) {
    return dsl.select(COLUMNS).from(LINK).where(LINK.ID.eq(id)).fetchOptional(LINK_OF);
  }

  Optional<Link> findForUpdate(UUID id) {
    return dsl.select(COLUMNS).from(LINK).where(LINK.ID.eq(id)).forUpdate().fetchOptional(LINK_OF);
  }

  Optional<Link> byCode(String folded) {
    return dsl.select(COLUMNS).from(LINK).where(LINK.CODE.eq(folded)).fetchOptional(LINK_OF);
  }

  Set<String> taken(Collection<String> codes) {
    return dsl.select(LINK.CODE)
        .from(LINK)
        .where(LINK.CODE.eq(any(codes.toArray(String[]::new))))
        .fetchSet(LINK.CODE);
  }

  /** The links that lines of a file have made, by the hash of the line. */
  Map<String, Link> byLine(Collection<String> keys) {
    Map<String, Link> found = new HashMap<>();
    dsl.select(COLUMNS)
        .select(LINK.LINE_KEY)
        .from(LINK)
        .where(LINK.LINE_KEY.eq(any(keys.toArray(String[]::new))))
        .forEach(r -> found.put(r.get(LINK.LINE_KEY), LINK_OF.map(r)));
    return found;
  }

  /** False when the code is taken. */
  boolean insert(UUID id, String code, LinkDraft draft, String target, Made by, Instant now) {
    return dsl.insertInto(LINK)
            .set(LINK.ID, id)
            .set(LINK.CODE, code)
            .set(values(draft, target))
            .set(LINK.IMPORT_ID, by.importId())
            .set(LINK.LINE_KEY, by.lineKey())
            .set(LINK.CREATED_BY, by.who().memberId())
            .set(LINK.CREATED_BY_NAME, by.who().name())
            .set(LINK.CREATED_AT, now)
            .onConflict(LINK.CODE)
            .doNothing()
            .execute()
        == 1;
  }

  /** Who made a link, by hand or with a line of a file. */
  record Made(Caller who, @Nullable UUID importId, @Nullable String lineKey) {
    static Made by(Caller who) {
      return new Made(who, null, null);
    }
  }

  void update(UUID id, LinkDraft draft, String target) {
    dsl.update(LINK).set(values(draft, target)).where(LINK.ID.eq(id)).execute();
  }

  Optional<Link> keptFor(String purpose) {
    return dsl.select(COLUMNS).from(LINK).where(LINK.KEPT_FOR.eq(purpose)).fetchOptional(LINK_OF);
  }

  void keepFor(UUID id, String purpose) {
    dsl.update(LINK).set(LINK.KEPT_FOR, purpose).where(LINK.ID.eq(id)).execute();
  }

  /** The newest first; figures but for leads, which are the pool's. */
  Page<LinkLine> page(LinkFilter filter, Instant now, @Nullable String cursor, int limit) {
    Condition condition = condition(filter, now);
    List<String> after = Cursor.values(cursor, 2);
    Condition seek =
        after == null
            ? noCondition()
            : after(Instant.parse(after.getFirst()), UUID.fromString(after.getLast()));
    List<LinkLine> lines =
        dsl.select(COLUMNS)
            .select(CLICKS, SCANS, VISITORS)
            .from(LINK)
            .where(condition)
            .and(seek)
            .orderBy(LINK.CREATED_AT.desc(), LINK.ID.desc())
            .limit(limit + 1)
            .fetch(r ->
                new LinkLine(
                    LINK_OF.map(r),
                    new LinkFigures(r.get(CLICKS), r.get(SCANS), r.get(VISITORS), 0)));
    boolean more = lines.size() > limit;
    List<LinkLine> shown = more ? lines.subList(0, limit) : lines;
    String next =
        more
            ? Cursor.of(
                List.of(
                    shown.getLast().link().createdAt().toString(),
                    shown.getLast().link().id().toString()))
            : null;
    return new Page<>(List.copyOf(shown), next, dsl.fetchCount(LINK, condition), false);
  }

  List<LinkDay> days(UUID id, int most) {
    return dsl.select(TALLY.DAY, TALLY.CLICKS, TALLY.SCANS, TALLY.ROBOTS)
        .from(TALLY)
        .where(TALLY.LINK_ID.eq(id))
        .orderBy(TALLY.DAY.desc())
        .limit(most)
        .fetch(r -> new LinkDay(r.value1(), r.value2(), r.value3(), r.value4()))
        .reversed();
  }

  long robots(UUID id) {
    return dsl.select(coalesce(sum(TALLY.ROBOTS), inline(0)).cast(Long.class))
        .from(TALLY)
        .where(TALLY.LINK_ID.eq(id))
        .fetchSingle()
        .value1();
  }

  private static Condition after(Instant at, UUID id) {
    return LINK.CREATED_AT.lt(at).or(LINK.CREATED_AT.eq(at).and(LINK.ID.lt(id)));
  }

  private static Condition condition(LinkFilter filter, Instant now) {
    Condition condition =
        among(LINK.CHANNEL_ID, filter.channels()).and(among(LINK.CAMPAIGN_ID, filter.campaigns()));
    String text = filter.text();
    if (text != null && !text.isBlank()) {
      String wanted = text.strip();
      condition =
          condition.and(
              LINK.NAME
                  .containsIgnoreCase(wanted)
                  .or(LINK.CODE.contains(lower(val(wanted))))
                  .or(LINK.TARGET.containsIgnoreCase(wanted)));
    }
    if (filter.ids() != null) {
      condition = condition.and(LINK.ID.in(filter.ids()));
    }
    if (filter.leading() != null) {
      Condition leading =
          LINK.ENABLED.isTrue().and(LINK.EXPIRES_AT.isNull().or(LINK.EXPIRES_AT.gt(now)));
      condition = condition.and(filter.leading() ? leading : leading.not());
    }
    return condition;
  }

  private static Condition among(TableField<?, UUID> column, @Nullable Set<UUID> ids) {
    if (ids == null) {
      return noCondition();
    }
    return ids.isEmpty() ? column.isNull() : column.in(ids);
  }

  private static Field<Long> summed(TableField<?, Long> column) {
    return field(
        select(coalesce(sum(column), inline(0)).cast(Long.class))
            .from(TALLY)
            .where(TALLY.LINK_ID.eq(LINK.ID)));
  }

  private static Map<Field<?>, @Nullable Object> values(LinkDraft draft, String target) {
    Placement placement = draft.placement();
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(LINK.NAME, draft.name());
    values.put(LINK.TARGET, target);
    values.put(LINK.PAGE, draft.page());
    values.put(LINK.CHANNEL_ID, placement.channelId());
    values.put(LINK.CAMPAIGN_ID, placement.campaignId());
    values.put(LINK.CONTENT, placement.content());
    values.put(LINK.PLAN, placement.plan());
    values.put(LINK.UNIT, placement.unit());
    values.put(LINK.KEYWORD, placement.keyword());
    values.put(LINK.ENABLED, draft.enabled());
    values.put(LINK.EXPIRES_AT, draft.expiresAt());
    return values;
  }
}
