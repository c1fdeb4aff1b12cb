import { describe, expect, it } from 'vitest';
import { draftOf, type ShortLink, wholeDays } from './links';

describe('days of a link', () => {
  it('have no holes and end today', () => {
    const days = wholeDays(
      [
        { day: '2026-02-27', clicks: 2, scans: 0, robots: 1 },
        { day: '2026-03-01', clicks: 1, scans: 3, robots: 0 },
      ],
      '2026-03-02',
    );
    expect(days.map((one) => [one.day, one.clicks, one.scans])).toEqual([
      ['2026-02-27', 2, 0], ['2026-02-28', 0, 0], ['2026-03-01', 1, 3], ['2026-03-02', 0, 0],
    ]);
  });
  it('of a link that nobody followed are none', () => expect(wholeDays([], '2026-03-02')).toEqual([]));
});

describe('a change of a link', () => {
  it('leaves out what cannot be changed', () => {
    const link: ShortLink = {
      id: '1', code: 'abc', address: 'https://a.cn/l/abc', name: 'n', page: 'https://a.cn', target: 'https://a.cn/?x', enabled: true,
      leads: true, createdBy: 'x', createdAt: '2026-01-01T00:00:00Z', channelId: 'c',
    };
    expect(draftOf(link)).toEqual({ name: 'n', page: 'https://a.cn', channelId: 'c', enabled: true });
  });
});
