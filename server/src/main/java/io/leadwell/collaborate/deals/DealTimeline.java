package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.deals.Tables.POC;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.TimelineItem;
import io.leadwell.pool.leads.TimelineItem.Kind;
import io.leadwell.pool.leads.TimelineSource;
import io.leadwell.pool.leads.TimelineSubject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opportunities opened and closed, proofs of concept and contracts as timelines tell them. */
@Component
class DealTimeline implements TimelineSource {

  private static final Field<UUID> ID = field(name("moment", "id"), SQLDataType.UUID);
  private static final Field<Instant> AT = field(name("moment", "at"), SQLDataType.INSTANT);

  private final DSLContext dsl;

  DealTimeline(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Override
  public Kind kind() {
    return Kind.DEAL;
  }

  @Override
  public List<TimelineItem> items(
      TimelineSubject subject, @Nullable Moment before, int limit, Caller reader) {
    if (!reader.may(Permission.DEALS_READ)) {
      return List.of();
    }
    return dsl.selectFrom(moments(subject))
        .where(before == null ? noCondition() : row(AT, ID).lt(before.at(), before.id()))
        .orderBy(AT.desc(), ID.desc())
        .limit(limit)
        .fetch(row -> item(row, subject));
  }

  @Override
  public long count(TimelineSubject subject, Caller reader) {
    return reader.may(Permission.DEALS_READ) ? dsl.fetchCount(moments(subject)) : 0;
  }

  /** Few belong to a lead, and each has an index by its lead. */
  private static Table<?> moments(TimelineSubject subject) {
    UUID[] leads = subject.leads().toArray(UUID[]::new);
    return select(
            OPPORTUNITY.ID.as("id"),
            OPPORTUNITY.OPENED_AT.as("at"),
            inline("opened").as("what"),
            OPPORTUNITY.LEAD_ID.as("lead"),
            OPPORTUNITY.NAME.as("name"),
            OPPORTUNITY.AMOUNT_FEN.as("amount"),
            val(null, SQLDataType.CLOB).as("reason"))
        .from(OPPORTUNITY)
        .where(OPPORTUNITY.LEAD_ID.eq(any(leads)))
        .and(OPPORTUNITY.REMOVED_AT.isNull())
        .unionAll(
            select(
                    OPPORTUNITY.ID,
                    OPPORTUNITY.CLOSED_AT,
                    OPPORTUNITY.STAGE,
                    OPPORTUNITY.LEAD_ID,
                    OPPORTUNITY.NAME,
                    OPPORTUNITY.AMOUNT_FEN,
                    OPPORTUNITY.LOSS_REASON)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.LEAD_ID.eq(any(leads)))
                .and(OPPORTUNITY.REMOVED_AT.isNull())
                .and(OPPORTUNITY.STAGE.in("won", "lost"))
                .and(OPPORTUNITY.CLOSED_AT.isNotNull()))
        .unionAll(
            select(
                    POC.ID,
                    POC.STARTED_AT,
                    inline("poc"),
                    OPPORTUNITY.LEAD_ID,
                    OPPORTUNITY.NAME,
                    val(null, SQLDataType.BIGINT),
                    POC.FAILURE_REASON)
                .from(POC)
                .join(OPPORTUNITY)
                .on(OPPORTUNITY.ID.eq(POC.OPPORTUNITY_ID))
                .where(OPPORTUNITY.LEAD_ID.eq(any(leads)))
                .and(OPPORTUNITY.REMOVED_AT.isNull()))
        .unionAll(
            select(
                    CONTRACT.ID,
                    CONTRACT.SIGNED_AT,
                    inline("contract"),
                    CONTRACT.LEAD_ID,
                    coalesce(CONTRACT.NUMBER, OPPORTUNITY.NAME),
                    CONTRACT.AMOUNT_FEN,
                    val(null, SQLDataType.CLOB))
                .from(CONTRACT)
                .join(OPPORTUNITY)
                .on(OPPORTUNITY.ID.eq(CONTRACT.OPPORTUNITY_ID))
                .where(CONTRACT.LEAD_ID.eq(any(leads)))
                .and(OPPORTUNITY.REMOVED_AT.isNull()))
        .asTable("moment");
  }

  private static TimelineItem item(Record row, TimelineSubject subject) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("name", row.get("name", String.class));
    Long amount = row.get("amount", Long.class);
    if (amount != null) {
      detail.put("amountFen", amount);
    }
    String reason = row.get("reason", String.class);
    if (reason != null) {
      detail.put("reason", reason);
    }
    return TimelineItem.of(
        Kind.DEAL,
        row.get("id", UUID.class),
        row.get("at", Instant.class),
        row.get("what", String.class),
        detail,
        null,
        subject.lead(row.get("lead", UUID.class)));
  }
}
