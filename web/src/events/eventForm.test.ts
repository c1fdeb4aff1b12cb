import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import { blank, draftOf, fieldsOf, isElsewhere } from './eventForm';
import type { LeadwellEvent } from './model';

const event: LeadwellEvent = {
  id: 'e', status: 'published', version: 3, slug: 'open-day', title: '开放日', language: 'zh-CN', format: 'hybrid',
  startsAt: '2026-12-08T06:00:00Z', endsAt: '2026-12-08T08:00:00Z', venue: '会议中心', address: null, onlineLink: 'https://m.example.com/',
  capacity: 30, taken: 3, campaignId: 'c', formId: 'f', approval: 'automatic', reminders: [1440, 60], thanks: true, missed: true,
  sessions: [{ id: 's', title: '开场', startsAt: '2026-12-08T06:00:00Z', endsAt: '2026-12-08T06:30:00Z', taken: 1 }],
  figures: { registered: 0, waiting: 0, approved: 0, waitlisted: 0, declined: 0, cancelled: 0, walkIns: 0, attended: 0, attendedOfApproved: 0, replayed: 0, newLeads: 0 },
  spendFen: 0, createdAt: '', changedAt: '',
};

describe('an event in the editor', () => {
  it('comes out as it went in, and nobody is told of anything', () => {
    const draft = draftOf(fieldsOf(event));
    expect(draft).toMatchObject({ title: '开放日', startsAt: '2026-12-08T06:00:00.000Z', venue: '会议中心', capacity: 30 });
    expect(draft.sessions).toEqual([
      { id: 's', title: '开场', startsAt: '2026-12-08T06:00:00.000Z', endsAt: '2026-12-08T06:30:00.000Z', room: null, speaker: null, capacity: null },
    ]);
    expect(isElsewhere(event, draft)).toBe(false);
  });

  it('at another time or place is told to those who come', () => {
    const fields = fieldsOf(event);
    expect(isElsewhere(event, draftOf({ ...fields, time: [fields.time[0].add(1, 'hour'), fields.time[1]] }))).toBe(true);
    expect(isElsewhere(event, draftOf({ ...fields, venue: '别处' }))).toBe(true);
    expect(isElsewhere(event, draftOf({ ...fields, format: 'online' }))).toBe(true);
    expect(isElsewhere(event, draftOf({ ...fields, title: '别的' }))).toBe(false);
  });

  it('begins with two hours that are still to come', () => {
    const fields = blank(dayjs('2026-11-26T10:00:00Z'));
    expect(fields.time[1].diff(fields.time[0], 'hour')).toBe(2);
    expect(draftOf(fields).title).toBe('');
  });
});
