import { describe, expect, it } from 'vitest';
import { budgetLines, budgetTotals } from './budgetGrid';

describe('plan against actual', () => {
  const rows = [
    { month: '2026-01', channelId: 'b', budgetFen: 100, spendFen: 40 },
    { month: '2026-01', channelId: null, budgetFen: 10, spendFen: 0 },
    { month: '2026-12', channelId: 'a', budgetFen: 0, spendFen: 7 },
  ];
  const lines = budgetLines(rows, ['a', 'b', 'c']);

  it('has a line for each channel asked for and the channel-less one last', () => {
    expect(lines.map((line) => line.channelId)).toEqual(['a', 'b', 'c', null]);
  });
  it('puts figures into their months and sums them', () => {
    expect(lines[0]?.months[11]).toEqual({ budgetFen: 0, spendFen: 7 });
    expect(lines[1]?.total).toEqual({ budgetFen: 100, spendFen: 40 });
    expect(budgetTotals(lines)[0]).toEqual({ budgetFen: 110, spendFen: 40 });
  });
});
