import { describe, expect, it } from 'vitest';
import { readDrill, writeDrill } from './drill';
import { chosen, drillOf, problemDrill, questionOf, spendAddress } from './question';

const filters = { by: 'channel', basis: 'period', from: '2026-01-01', to: '2026-03-31', channel: 'c1', owner: 'none', step: 'x', sort: '-lead' };

describe('the question of a report', () => {
  it('takes the filters every report knows and leaves the page its own', () => {
    expect(questionOf(filters, { by: 'month', basis: 'cohort' })).toEqual({
      by: 'month', basis: 'cohort', from: '2026-01-01', to: '2026-03-31', channel: 'c1', owner: 'none',
    });
    expect(questionOf({}, {})).toEqual({});
  });
  it('falls back to the usual where the address holds nonsense', () => {
    expect(chosen('period', ['cohort', 'period'], 'cohort')).toBe('period');
    expect(chosen('drop table', ['cohort', 'period'], 'cohort')).toBe('cohort');
    expect(chosen(undefined, ['cohort', 'period'], 'cohort')).toBe('cohort');
  });
});

describe('a drill-down', () => {
  const question = questionOf(filters, { by: 'channel', basis: 'period' });
  it('asks the same question as the report and names the cell', () => {
    const drill = drillOf({ question, row: 'none', rowLabel: '(未知)', figureOf: 'won', figureLabel: '赢单', figure: 14 });
    expect(drill.query).toEqual({ ...question, row: 'none', stage: 'won' });
    expect(drill).toMatchObject({ title: '(未知) · 赢单', figure: 14 });
    expect(readDrill(writeDrill(drill))).toEqual(drill);
  });
  it('of the implied asks for those only', () => {
    const cell = { question: {}, row: '*', rowLabel: '', figureOf: 'sal', figureLabel: 'SAL', figure: 3 };
    expect(drillOf({ ...cell, implied: true })).toEqual({ title: 'SAL', figure: 3, query: { row: '*', stage: 'sal', implied: true } });
    expect(drillOf(cell).query).not.toHaveProperty('implied');
  });
  it('of a problem is about all rows', () => {
    expect(problemDrill(question, { code: 'noChannel', message: '渠道为空', count: 3 }).query).toEqual({
      ...question, row: '*', problem: 'noChannel',
    });
  });
});

describe('the list of spend behind a sum', () => {
  const question = questionOf({ from: '2026-01-01' }, { by: 'channel' });
  it('is that of the channel or campaign, in the period', () => {
    expect(spendAddress('channel', 'c9', question)).toBe('/spend?from=2026-01-01&channel=c9');
    expect(spendAddress('campaign', 'none', {})).toBe('/spend?campaign=none');
    expect(spendAddress('channel', 'unallocated', {})).toBe('/spend?channel=none');
    expect(spendAddress('channel', '*', {})).toBe('/spend');
    expect(spendAddress('keyword', 'etl 工具', {})).toBe('/spend?keyword=etl+%E5%B7%A5%E5%85%B7');
    expect(spendAddress('plan', 'unallocated', {})).toBe('/spend?plan=none');
  });
  it('does not exist for cuts that spend does not have', () => {
    expect(spendAddress('frame', 'digital', question)).toBeNull();
  });
});
