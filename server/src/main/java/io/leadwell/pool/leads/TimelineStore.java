package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import io.leadwell.pool.leads.TimelineItem.Kind;
import io.leadwell.pool.leads.TimelineSource.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the pool itself tells in timelines. Of each lead only a page is read, by its index: somebody
 * with ten thousand touches costs what anybody costs.
 */
@Component
class TimelineStore {

  private static final Field<UUID> LEAD_ID = field(name("of", "lead_id"), SQLDataType.UUID);

  private final DSLContext dsl;
  private final JsonMapper json;

  TimelineStore(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
    this.json = json;
  }

  /** What an edit stated, made fit for this reader. */
  interface Shown {
    Map<String, Object> of(Map<String, String> stated);
  }

  List<TimelineItem> items(
      Set<UUID> leads,
      Set<Kind> kinds,
      @Nullable Moment before,
      int limit,
      LeadRows names,
      Shown shown) {
    Select<?> all = page(leads, kinds, before, limit);
    if (all == null || leads.isEmpty()) {
      return List.of();
    }
    Table<?> item = all.asTable("item");
    Field<UUID> id = item.field("id", SQLDataType.UUID);
    Field<Instant> at = item.field("at", SQLDataType.INSTANT);
    List<? extends Record> rows =
        dsl.selectFrom(item).orderBy(at.desc(), id.desc()).limit(limit).fetch();
    Map<UUID, String> channels = names.channelNames();
    Map<UUID, String> members = names.memberNames();
    List<TimelineItem> items = new ArrayList<>(rows.size());
    for (Record row : rows) {
      items.add(item(row, channels, members, names, shown));
    }
    return items;
  }

  /** The query of a page, as its plan is looked at; null where no kind of the pool is wanted. */
  @Nullable Select<?> page(Set<UUID> leads, Set<Kind> kinds, @Nullable Moment before, int limit) {
    List<Select<?>> parts = new ArrayList<>();
    if (kinds.contains(Kind.TOUCH)) {
      parts.add(touches(leads, before, limit));
    }
    if (kinds.contains(Kind.STAGE)) {
      parts.add(stages(leads, before, limit));
    }
    if (kinds.contains(Kind.EDIT)) {
      parts.add(edits(leads, before, limit));
    }
    return parts.stream().reduce(TimelineStore::both).orElse(null);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Select<?> both(Select<?> one, Select<?> other) {
    return ((Select) one).unionAll((Select) other);
  }

  long count(Collection<UUID> leads, Set<Kind> kinds) {
    UUID[] ids = leads.toArray(UUID[]::new);
    long count = 0;
    if (kinds.contains(Kind.TOUCH)) {
      count += dsl.fetchCount(TOUCH, TOUCH.LEAD_ID.eq(any(ids)).and(TOUCH.WITHDRAWN_AT.isNull()));
    }
    if (kinds.contains(Kind.STAGE)) {
      count += dsl.fetchCount(STAGE_ENTRY, STAGE_ENTRY.LEAD_ID.eq(any(ids)).and(ENTERED));
    }
    if (kinds.contains(Kind.EDIT)) {
      count += dsl.fetchCount(LINK, LINK.LEAD_ID.eq(any(ids)).and(LINK.SUPERSEDED_AT.isNull()));
    }
    return count;
  }

  private static final Condition ENTERED =
      STAGE_ENTRY.MOVE.eq("enter").and(STAGE_ENTRY.WITHDRAWN_AT.isNull());

  private static Select<?> touches(Set<UUID> leads, @Nullable Moment before, int limit) {
    return ofEach(
        leads,
        select(
                TOUCH.ID.as("id"),
                TOUCH.HAPPENED_AT.as("at"),
                inline("touch").as("kind"),
                TOUCH.SCENE.as("subject"),
                TOUCH.CHANNEL_ID.as("channel"),
                TOUCH.CAMPAIGN_ID.as("campaign"),
                TOUCH.CONTENT.as("content"),
                TOUCH.PLAN.as("plan"),
                TOUCH.UNIT.as("unit"),
                TOUCH.KEYWORD.as("keyword"),
                val(null, SQLDataType.CLOB).as("reason"),
                val(null, SQLDataType.UUID).as("actor"),
                TOUCH.DETAIL.as("detail"))
            .from(TOUCH)
            .where(TOUCH.LEAD_ID.eq(LEAD_ID))
            .and(TOUCH.WITHDRAWN_AT.isNull())
            .and(beyond(TOUCH.HAPPENED_AT, TOUCH.ID, before))
            .orderBy(TOUCH.HAPPENED_AT.desc(), TOUCH.ID.desc())
            .limit(limit));
  }

  private static Select<?> stages(Set<UUID> leads, @Nullable Moment before, int limit) {
    return ofEach(
        leads,
        select(
                STAGE_ENTRY.ID.as("id"),
                STAGE_ENTRY.HAPPENED_AT.as("at"),
                inline("stage").as("kind"),
                STAGE_ENTRY.STAGE.as("subject"),
                val(null, SQLDataType.UUID).as("channel"),
                val(null, SQLDataType.UUID).as("campaign"),
                val(null, SQLDataType.CLOB).as("content"),
                val(null, SQLDataType.CLOB).as("plan"),
                val(null, SQLDataType.CLOB).as("unit"),
                val(null, SQLDataType.CLOB).as("keyword"),
                STAGE_ENTRY.REASON.as("reason"),
                STAGE_ENTRY.ACTOR_ID.as("actor"),
                val(null, SQLDataType.JSONB).as("detail"))
            .from(STAGE_ENTRY)
            .where(STAGE_ENTRY.LEAD_ID.eq(LEAD_ID))
            .and(ENTERED)
            .and(beyond(STAGE_ENTRY.HAPPENED_AT, STAGE_ENTRY.ID, before))
            .orderBy(STAGE_ENTRY.HAPPENED_AT.desc(), STAGE_ENTRY.ID.desc())
            .limit(limit));
  }

  private static Select<?> edits(Set<UUID> leads, @Nullable Moment before, int limit) {
    return ofEach(
        leads,
        select(
                SOURCE_RECORD.ID.as("id"),
                SOURCE_RECORD.RECEIVED_AT.as("at"),
                inline("edit").as("kind"),
                SOURCE_RECORD.SOURCE.as("subject"),
                val(null, SQLDataType.UUID).as("channel"),
                val(null, SQLDataType.UUID).as("campaign"),
                val(null, SQLDataType.CLOB).as("content"),
                val(null, SQLDataType.CLOB).as("plan"),
                val(null, SQLDataType.CLOB).as("unit"),
                val(null, SQLDataType.CLOB).as("keyword"),
                val(null, SQLDataType.CLOB).as("reason"),
                SOURCE_RECORD.ACTOR_ID.as("actor"),
                SOURCE_RECORD.FIELDS.as("detail"))
            .from(LINK)
            .join(SOURCE_RECORD)
            .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
            .where(LINK.LEAD_ID.eq(LEAD_ID))
            .and(LINK.SUPERSEDED_AT.isNull())
            .and(beyond(SOURCE_RECORD.RECEIVED_AT, SOURCE_RECORD.ID, before))
            .orderBy(SOURCE_RECORD.RECEIVED_AT.desc(), SOURCE_RECORD.ID.desc())
            .limit(limit));
  }

  private static Select<?> ofEach(Set<UUID> leads, Select<?> page) {
    Table<?> of = unnest(leads.toArray(UUID[]::new)).as("of", "lead_id");
    Table<?> one = page.asTable("one");
    List<Field<?>> fields = new ArrayList<>(List.of(one.fields()));
    fields.add(LEAD_ID.as("lead"));
    return select(fields).from(of).crossJoin(lateral(one));
  }

  private static Condition beyond(Field<Instant> at, Field<UUID> id, @Nullable Moment before) {
    return before == null
        ? noCondition()
        // Said twice: the first half is what the index by time is searched by.
        : at.le(before.at()).and(row(at, id).lt(before.at(), before.id()));
  }

  private TimelineItem item(
      Record row,
      Map<UUID, String> channels,
      Map<UUID, String> members,
      LeadRows names,
      Shown shown) {
    String kind = row.get("kind", String.class);
    String subject = row.get("subject", String.class);
    Map<String, Object> detail = new LinkedHashMap<>();
    for (String part : List.of("plan", "unit", "keyword", "reason")) {
      String value = row.get(part, String.class);
      if (value != null) {
        detail.put(part, value);
      }
    }
    JSONB stored = row.get("detail", JSONB.class);
    if (!kind.equals("edit")) {
      detail.putAll(Json.detail(json, stored));
    } else if (subject.equals(Editing.SOURCE) && stored != null) {
      detail.putAll(shown.of(Json.strings(json, stored)));
    }
    UUID channel = row.get("channel", UUID.class);
    UUID campaign = row.get("campaign", UUID.class);
    UUID actor = row.get("actor", UUID.class);
    return new TimelineItem(
        row.get("id", UUID.class),
        row.get("at", Instant.class),
        kind,
        subject,
        channel == null ? null : channels.get(channel),
        campaign == null ? null : names.campaignName(campaign),
        row.get("content", String.class),
        detail,
        actor == null ? null : members.get(actor),
        row.get("lead", UUID.class));
  }
}
