import { describe, expect, it } from 'vitest';
import { figureOf, leftOutOf, openedShare, type Sending } from './sendings';

const sending: Sending = {
  id: '1', kind: 'list', name: '双十一', way: 'sms', createdBy: '陈静', createdAt: '2026-11-26T02:00:00Z', knownUntil: '2027-01-25T02:00:00Z',
  readers: 40, opened: 12, strangers: 5, passedOn: 3, leftOut: { no_phone: 2, not_mobile: 1 },
};

describe('figures of a sending', () => {
  it('add up: who opened it and who did not are all readers', () => {
    expect(figureOf(sending, 'opened') + figureOf(sending, 'unopened')).toBe(figureOf(sending, 'all'));
    expect(figureOf(sending, 'passed_on')).toBe(3);
  });

  it('count who was left out over all reasons', () => {
    expect(leftOutOf(sending)).toBe(3);
    expect(figureOf(sending, 'left_out')).toBe(3);
    expect(leftOutOf({ leftOut: {} })).toBe(0);
  });

  it('have no share before anybody got a link', () => {
    expect(openedShare(sending)).toBe(0.3);
    expect(openedShare({ readers: 0, opened: 0 })).toBeNull();
  });
});
