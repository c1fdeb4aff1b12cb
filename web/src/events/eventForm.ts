import dayjs, { type Dayjs } from 'dayjs';
import type { EventDraft, LeadwellEvent, SessionDraft } from './model';

export interface SessionFields extends Omit<SessionDraft, 'startsAt' | 'endsAt'> {
  time: [Dayjs, Dayjs];
}

export interface EventFields extends Omit<EventDraft, 'startsAt' | 'endsAt' | 'sessions'> {
  time: [Dayjs, Dayjs];
  sessions: SessionFields[];
}

const text = (value: string | null | undefined) => {
  const clean = value?.trim() ?? '';
  return clean === '' ? null : clean;
};

/** Two hours in the afternoon, four weeks from now. */
export function blank(now: Dayjs = dayjs()): EventFields {
  const start = now.add(28, 'day').hour(14).minute(0).second(0).millisecond(0);
  return {
    title: '', language: 'zh-CN', format: 'offline', time: [start, start.add(2, 'hour')], approval: 'automatic',
    reminders: [1440, 60], thanks: true, missed: true, sessions: [],
  };
}

export function fieldsOf(event: LeadwellEvent): EventFields {
  const { startsAt, endsAt, sessions, ...rest } = event;
  return {
    ...rest,
    time: [dayjs(startsAt), dayjs(endsAt)],
    sessions: sessions.map(({ startsAt: from, endsAt: to, ...session }) => ({ ...session, time: [dayjs(from), dayjs(to)] })),
  };
}

export function draftOf(fields: EventFields): EventDraft {
  return {
    title: fields.title.trim(),
    slug: text(fields.slug),
    language: fields.language,
    format: fields.format,
    startsAt: fields.time[0].toISOString(),
    endsAt: fields.time[1].toISOString(),
    venue: fields.format === 'online' ? null : text(fields.venue),
    address: fields.format === 'online' ? null : text(fields.address),
    onlineLink: fields.format === 'offline' ? null : text(fields.onlineLink),
    capacity: fields.capacity ?? null,
    description: fields.description ?? null,
    campaignId: fields.campaignId ?? null,
    formId: fields.formId ?? null,
    approval: fields.approval,
    replayItem: fields.replayItem ?? null,
    reminders: fields.reminders,
    thanks: fields.thanks,
    missed: fields.missed,
    mailNote: text(fields.mailNote),
    sessions: fields.sessions.map(({ time, ...session }) => ({
      id: session.id ?? null,
      title: session.title.trim(),
      startsAt: time[0].toISOString(),
      endsAt: time[1].toISOString(),
      room: text(session.room),
      speaker: text(session.speaker),
      capacity: session.capacity ?? null,
    })),
  };
}

/** Whether people on the list will be told: it is at another time or place. */
export function isElsewhere(before: LeadwellEvent, after: EventDraft): boolean {
  const same = (one: string | null | undefined, other: string | null | undefined) => (one ?? null) === (other ?? null);
  return (
    dayjs(before.startsAt).valueOf() !== dayjs(after.startsAt).valueOf() ||
    dayjs(before.endsAt).valueOf() !== dayjs(after.endsAt).valueOf() ||
    before.format !== after.format ||
    !same(before.venue, after.venue) ||
    !same(before.address, after.address) ||
    !same(before.onlineLink, after.onlineLink)
  );
}
