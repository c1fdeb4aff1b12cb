package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.pool.leads.LeadProfile.Identifier;
import io.leadwell.pool.leads.LeadProfile.LedgerLine;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
import org.jooq.Record13;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is known of one lead, from several tables. */
@Component
class ProfileStore {

  private final DSLContext dsl;
  private final JsonMapper json;

  ProfileStore(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
    this.json = json;
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

  Page<TimelineItem> timeline(
      UUID lead, Set<TimelineItem.Kind> kinds, @Nullable String cursor, int limit, LeadRows names) {
    Table<?> all =
        touches(lead, kinds)
            .unionAll(stages(lead, kinds))
            .unionAll(edits(lead, kinds))
            .asTable("item");
    Field<UUID> id = all.field("id", SQLDataType.UUID);
    Field<Instant> at = all.field("at", SQLDataType.INSTANT);
    var rows =
        dsl.selectFrom(all)
            .where(beyond(at, id, Cursor.values(cursor, 2)))
            .orderBy(at.desc(), id.desc())
            .limit(limit + 1)
            .fetch();
    boolean more = rows.size() > limit;
    Map<UUID, String> channels = names.channelNames();
    Map<UUID, String> members = names.memberNames();
    List<TimelineItem> items =
        rows.stream()
            .limit(limit)
            .map(row ->
                item(
                    row,
                    Json.detail(json, row.get("detail", JSONB.class)),
                    channels,
                    members,
                    names))
            .toList();
    TimelineItem last = items.isEmpty() ? null : items.getLast();
    return new Page<>(
        items,
        more && last != null
            ? Cursor.of(List.of(last.at().toString(), last.id().toString()))
            : null,
        dsl.fetchCount(all),
        false);
  }

  private Select<
          Record13<
              UUID,
              Instant,
              String,
              String,
              UUID,
              UUID,
              String,
              String,
              String,
              String,
              String,
              UUID,
              JSONB>>
      touches(UUID lead, Set<TimelineItem.Kind> kinds) {
    return select(
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
        .where(TOUCH.LEAD_ID.eq(lead))
        .and(TOUCH.WITHDRAWN_AT.isNull())
        .and(wanted(kinds, TimelineItem.Kind.TOUCH));
  }

  private Select<
          Record13<
              UUID,
              Instant,
              String,
              String,
              UUID,
              UUID,
              String,
              String,
              String,
              String,
              String,
              UUID,
              JSONB>>
      stages(UUID lead, Set<TimelineItem.Kind> kinds) {
    return select(
            STAGE_ENTRY.ID,
            STAGE_ENTRY.HAPPENED_AT,
            inline("stage"),
            STAGE_ENTRY.STAGE,
            val(null, SQLDataType.UUID),
            val(null, SQLDataType.UUID),
            val(null, SQLDataType.CLOB),
            val(null, SQLDataType.CLOB),
            val(null, SQLDataType.CLOB),
            val(null, SQLDataType.CLOB),
            STAGE_ENTRY.REASON,
            STAGE_ENTRY.ACTOR_ID,
            val(null, SQLDataType.JSONB))
        .from(STAGE_ENTRY)
        .where(STAGE_ENTRY.LEAD_ID.eq(lead))
        .and(STAGE_ENTRY.MOVE.eq("enter"))
        .and(STAGE_ENTRY.WITHDRAWN_AT.isNull())
        .and(wanted(kinds, TimelineItem.Kind.STAGE));
  }

  private Select<
          Record13<
              UUID,
              Instant,
              String,
              String,
              UUID,
              UUID,
              String,
              String,
              String,
              String,
              String,
              UUID,
              JSONB>>
      edits(UUID lead, Set<TimelineItem.Kind> kinds) {
    return select(
            SOURCE_RECORD.ID,
            SOURCE_RECORD.RECEIVED_AT,
            inline("edit"),
            SOURCE_RECORD.SOURCE,
            val(null, SQLDataType.UUID),
            val(null, SQLDataType.UUID),
            val(null, SQLDataType.CLOB),
            val(null, SQLDataType.CLOB),
            val(null, SQLDataType.CLOB),
            val(null, SQLDataType.CLOB),
            val(null, SQLDataType.CLOB),
            SOURCE_RECORD.ACTOR_ID,
            val(null, SQLDataType.JSONB))
        .from(LINK)
        .join(SOURCE_RECORD)
        .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
        .where(LINK.LEAD_ID.eq(lead))
        .and(LINK.SUPERSEDED_AT.isNull())
        .and(wanted(kinds, TimelineItem.Kind.EDIT));
  }

  private static Condition wanted(Set<TimelineItem.Kind> kinds, TimelineItem.Kind kind) {
    return kinds.isEmpty() || kinds.contains(kind) ? noCondition() : falseCondition();
  }

  private static Condition beyond(Field<Instant> at, Field<UUID> id, @Nullable List<String> after) {
    if (after == null) {
      return noCondition();
    }
    try {
      return row(at, id).lt(Instant.parse(after.getFirst()), UUID.fromString(after.get(1)));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }

  private static TimelineItem item(
      Record row,
      Map<String, Object> told,
      Map<UUID, String> channels,
      Map<UUID, String> members,
      LeadRows names) {
    Map<String, Object> detail = new LinkedHashMap<>();
    for (String part : List.of("plan", "unit", "keyword", "reason")) {
      String value = row.get(part, String.class);
      if (value != null) {
        detail.put(part, value);
      }
    }
    detail.putAll(told);
    UUID channel = row.get("channel", UUID.class);
    UUID campaign = row.get("campaign", UUID.class);
    UUID actor = row.get("actor", UUID.class);
    return new TimelineItem(
        row.get("id", UUID.class),
        row.get("at", Instant.class),
        row.get("kind", String.class),
        row.get("subject", String.class),
        channel == null ? null : channels.get(channel),
        campaign == null ? null : names.campaignName(campaign),
        row.get("content", String.class),
        detail,
        actor == null ? null : members.get(actor));
  }
}
