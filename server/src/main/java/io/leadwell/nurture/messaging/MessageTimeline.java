package io.leadwell.nurture.messaging;

import static io.leadwell.tables.messaging.Tables.MESSAGE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.TimelineItem;
import io.leadwell.pool.leads.TimelineItem.Kind;
import io.leadwell.pool.leads.TimelineSource;
import io.leadwell.pool.leads.TimelineSubject;
import io.leadwell.tables.messaging.tables.records.MessageRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages to a person as timelines tell them: what about, and what became of them. */
@Component
class MessageTimeline implements TimelineSource {

  private static final Field<Instant> AT = coalesce(MESSAGE.ENDED_AT, MESSAGE.CREATED_AT);

  private final DSLContext dsl;

  MessageTimeline(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Override
  public Kind kind() {
    return Kind.MESSAGE;
  }

  @Override
  public List<TimelineItem> items(
      TimelineSubject subject, @Nullable Moment before, int limit, Caller reader) {
    return dsl
        .selectFrom(MESSAGE)
        .where(to(subject))
        .and(before == null ? noCondition() : row(AT, MESSAGE.ID).lt(before.at(), before.id()))
        .orderBy(AT.desc(), MESSAGE.ID.desc())
        .limit(limit)
        .fetch()
        .stream()
        .map(MessageTimeline::item)
        .toList();
  }

  @Override
  public long count(TimelineSubject subject, Caller reader) {
    return dsl.fetchCount(MESSAGE, to(subject));
  }

  private static Condition to(TimelineSubject subject) {
    return MESSAGE.PERSON_ID.eq(any(subject.people().toArray(UUID[]::new)));
  }

  private static TimelineItem item(MessageRow message) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("text", message.getSubject());
    if (message.getClickedAt() != null) {
      detail.put("clicks", message.getClicks());
    }
    Instant ended = message.getEndedAt();
    return TimelineItem.of(
        Kind.MESSAGE,
        message.getId(),
        ended == null ? message.getCreatedAt() : ended,
        message.getState(),
        detail,
        null,
        null);
  }
}
