import { describe, expect, it } from 'vitest';
import { formatRate } from '../common/format/numbers';
import { byFigure, ratesOf } from './rates';

const of = (counts: Parameters<typeof ratesOf>[0], stage: string) => ratesOf(counts).find((rate) => rate.stage === stage);

describe('rates of a funnel', () => {
  it('are taken from neighbours and from the leads', () => {
    const counts = { lead: 8000, mql: 8000, sal: 842, sql: 842, opportunity: 842, poc: 842, won: 842 };
    expect(of(counts, 'lead')).toEqual({ stage: 'lead', count: 8000, fromBefore: null, fromLead: 1 });
    expect(formatRate(of(counts, 'mql')?.fromBefore)).toBe('100.0%');
    expect(formatRate(of(counts, 'won')?.fromLead)).toBe('10.5%');
    expect(formatRate(of(counts, 'won')?.fromBefore)).toBe('100.0%');
  });
  it('are unknown over nothing, and zero when nothing came through', () => {
    expect(of({ lead: 5, mql: 0, sal: 0 }, 'mql')?.fromBefore).toBe(0);
    expect(formatRate(of({ lead: 5, mql: 0, sal: 0 }, 'sal')?.fromBefore)).toBe('—');
    expect(formatRate(of({}, 'won')?.fromLead)).toBe('—');
  });
  it('may exceed one when entries of a period are compared, and are told as they are', () => {
    expect(formatRate(of({ lead: 10, mql: 25 }, 'mql')?.fromBefore)).toBe('250.0%');
  });
  it('of a total are not the mean of the rows', () => {
    const rows = [{ lead: 10, won: 5 }, { lead: 990, won: 5 }];
    const total = { lead: 1000, won: 10 };
    expect(of(total, 'won')?.fromLead).toBe(0.01);
    expect(rows.map((row) => of(row, 'won')?.fromLead)).toEqual([0.5, 5 / 990]);
  });
});

it('orders missing figures below all others', () => {
  expect([{ n: null }, { n: -1 }, { n: 3 }].sort(byFigure((row) => row.n)).map((row) => row.n)).toEqual([null, -1, 3]);
});
