import { describe, expect, it } from 'vitest';
import { stayLength, staysOf, withImplied } from './ledger';
import type { LedgerRow } from './model';

const row = (stage: LedgerRow['stage'], at: string, move: LedgerRow['move'] = 'enter', implied = false): LedgerRow => ({
  stage, move, at: `2026-03-${at}T00:00:00Z`, implied,
});
const now = Date.parse('2026-03-31T00:00:00Z');
const DAY = 86_400_000;

describe('the ledger as stays', () => {
  it('ends a stay where the ledger says so, else where the next stage begins', () => {
    const stays = staysOf([row('lead', '01'), row('lead', '05', 'leave'), row('mql', '06'), row('won', '16')], now);
    expect(stays.map((stay) => [stay.stage, stay.milliseconds / DAY])).toEqual([['lead', 4], ['mql', 10], ['won', 15]]);
    expect(stays[2]?.leftAt).toBeNull();
  });
  it('keeps two stays in one stage apart', () => {
    const stays = staysOf(
      [row('nurture', '01'), row('nurture', '03', 'leave'), row('mql', '03'), row('nurture', '10'), row('nurture', '12', 'leave')], now,
    );
    expect(stays.map((stay) => stay.milliseconds / DAY)).toEqual([2, 7, 2]);
  });
  it('keeps the order told for implied stages of the same moment', () => {
    const stays = staysOf([row('sal', '09', 'enter', true), row('sql', '09', 'enter', true), row('won', '09')], now);
    expect(stays.map((stay) => [stay.stage, stay.implied])).toEqual([['sal', true], ['sql', true], ['won', false]]);
  });
  it('is empty for an empty ledger', () => expect(staysOf([], now)).toEqual([]));
});

describe('implied stages', () => {
  const told = (stage: LedgerRow['stage'], at: string): LedgerRow => ({ stage, move: 'enter', at: `2018-02-${at}T00:00:00Z` });
  it('are those a later stage of the funnel passed over', () => {
    const stays = staysOf(withImplied([told('lead', '21'), told('mql', '21'), told('won', '26')]), now);
    expect(stays.map((stay) => [stay.stage, stay.implied])).toEqual([
      ['lead', false], ['mql', false], ['sal', true], ['sql', true], ['opportunity', true], ['poc', true], ['won', false],
    ]);
    expect(stays.map((stay) => stay.milliseconds / DAY).slice(0, 6)).toEqual([0, 5, 0, 0, 0, 0]);
  });
  it('are none beyond the stage reached, nor from exits', () => {
    expect(withImplied([told('lead', '01'), told('lost', '09')])).toHaveLength(2);
    expect(withImplied([])).toEqual([]);
  });
  it('are left to the server where it tells them', () => {
    const ledger = [row('lead', '01'), row('won', '09')];
    expect(withImplied(ledger)).toEqual(ledger);
  });
});

describe('the length of a stay', () => {
  it('is told in the unit people say', () => {
    expect(stayLength(25 * 60_000)).toEqual({ unit: 'minutes', value: 25 });
    expect(stayLength(36 * 3_600_000)).toEqual({ unit: 'hours', value: 36 });
    expect(stayLength(61.54 * DAY)).toEqual({ unit: 'days', value: 61.5 });
    expect(stayLength(-3 * DAY)).toEqual({ unit: 'days', value: -3 });
  });
});
