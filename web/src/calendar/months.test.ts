import { describe, expect, it } from 'vitest';
import { months } from './months';

const year = { year: 2026, spans: [], weekdays: [1, 2, 3, 4, 5], workdays: 248, known: true, years: [2026], days: [{ day: '2026-02-14', worked: true, name: '春节调休', own: false }] };

describe('months of a year', () => {
  it('begin on their day of the week', () => {
    const all = months(year);
    expect(all).toHaveLength(12);
    // 1 January 2026 is a Thursday, 1 February a Sunday.
    expect(all[0]?.blanks).toBe(3);
    expect(all[1]?.blanks).toBe(6);
    expect(all[1]?.days).toHaveLength(28);
  });

  it('know what is special about a day', () => {
    const day = months(year)[1]?.days[13];
    expect(day).toMatchObject({ day: '2026-02-14', weekday: false, special: { worked: true } });
  });
});
