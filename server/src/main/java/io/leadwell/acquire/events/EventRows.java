package io.leadwell.acquire.events;

import static io.leadwell.tables.events.Tables.EVENT;
import static io.leadwell.tables.events.Tables.SESSION;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Events and their sessions as rows, and back. */
final class EventRows {

  private EventRows() {}

  static Event event(Record row) {
    return new Event(
        row.get(EVENT.ID),
        EventStatus.of(row.get(EVENT.STATUS)),
        draft(row),
        row.get(EVENT.TAKEN),
        row.get(EVENT.SEQUENCE),
        row.get(EVENT.VERSION),
        row.get(EVENT.CREATED_AT),
        row.get(EVENT.CHANGED_AT),
        row.get(EVENT.PUBLISHED_AT),
        row.get(EVENT.WRAPPED_UP_AT));
  }

  private static EventDraft draft(Record row) {
    return new EventDraft(
        row.get(EVENT.TITLE),
        row.get(EVENT.SLUG),
        row.get(EVENT.LANGUAGE),
        EventFormat.of(row.get(EVENT.FORMAT)),
        row.get(EVENT.STARTS_AT),
        row.get(EVENT.ENDS_AT),
        row.get(EVENT.VENUE),
        row.get(EVENT.ADDRESS),
        row.get(EVENT.ONLINE_LINK),
        row.get(EVENT.CAPACITY),
        row.get(EVENT.DESCRIPTION),
        row.get(EVENT.CAMPAIGN_ID),
        row.get(EVENT.FORM_ID),
        Approval.of(row.get(EVENT.APPROVAL)),
        row.get(EVENT.REPLAY_ITEM),
        new MailPlan(
            List.of(row.get(EVENT.REMINDERS)),
            row.get(EVENT.THANKS),
            row.get(EVENT.MISSED),
            row.get(EVENT.MAIL_NOTE)));
  }

  static Map<Field<?>, @Nullable Object> values(EventDraft draft) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(EVENT.TITLE, draft.title());
    values.put(EVENT.SLUG, draft.slug());
    values.put(EVENT.LANGUAGE, draft.language());
    values.put(EVENT.FORMAT, draft.format().word());
    values.put(EVENT.STARTS_AT, draft.startsAt());
    values.put(EVENT.ENDS_AT, draft.endsAt());
    values.put(EVENT.VENUE, draft.venue());
    values.put(EVENT.ADDRESS, draft.address());
    values.put(EVENT.ONLINE_LINK, draft.onlineLink());
    values.put(EVENT.CAPACITY, draft.capacity());
    values.put(EVENT.DESCRIPTION, draft.description());
    values.put(EVENT.CAMPAIGN_ID, draft.campaignId());
    values.put(EVENT.FORM_ID, draft.formId());
    values.put(EVENT.APPROVAL, draft.approval().word());
    values.put(EVENT.REPLAY_ITEM, draft.replayItem());
    values.put(EVENT.REMINDERS, draft.mails().reminders().toArray(Integer[]::new));
    values.put(EVENT.THANKS, draft.mails().thanks());
    values.put(EVENT.MISSED, draft.mails().missed());
    values.put(EVENT.MAIL_NOTE, draft.mails().note());
    return values;
  }

  static EventSession session(Record row) {
    return new EventSession(
        row.get(SESSION.ID),
        row.get(SESSION.EVENT_ID),
        new SessionDraft(
            row.get(SESSION.ID),
            row.get(SESSION.TITLE),
            row.get(SESSION.STARTS_AT),
            row.get(SESSION.ENDS_AT),
            row.get(SESSION.ROOM),
            row.get(SESSION.SPEAKER),
            row.get(SESSION.CAPACITY)),
        row.get(SESSION.TAKEN));
  }

  static Map<Field<?>, @Nullable Object> values(SessionDraft draft) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(SESSION.TITLE, draft.title());
    values.put(SESSION.STARTS_AT, draft.startsAt());
    values.put(SESSION.ENDS_AT, draft.endsAt());
    values.put(SESSION.ROOM, draft.room());
    values.put(SESSION.SPEAKER, draft.speaker());
    values.put(SESSION.CAPACITY, draft.capacity());
    return values;
  }
}
