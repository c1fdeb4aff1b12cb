import type { BudgetActual } from './model';

export interface BudgetCell {
  budgetFen: number;
  spendFen: number;
}

export interface BudgetLine {
  /** Null: money planned or spent without a channel. */
  channelId: string | null;
  months: BudgetCell[];
  total: BudgetCell;
}

const empty = (): BudgetCell => ({ budgetFen: 0, spendFen: 0 });

function add(sum: BudgetCell, cell: BudgetCell): BudgetCell {
  return { budgetFen: sum.budgetFen + cell.budgetFen, spendFen: sum.spendFen + cell.spendFen };
}

/** Twelve months a channel, in the order the channels are asked for; the channel-less line comes last. */
export function budgetLines(rows: readonly BudgetActual[], order: readonly string[]): BudgetLine[] {
  const byChannel = new Map<string | null, BudgetCell[]>();
  for (const id of order) byChannel.set(id, Array.from({ length: 12 }, empty));
  for (const row of rows) {
    const id = row.channelId ?? null;
    const months = byChannel.get(id) ?? Array.from({ length: 12 }, empty);
    const index = Number(row.month.slice(5, 7)) - 1;
    months[index] = add(months[index] ?? empty(), row);
    byChannel.set(id, months);
  }
  const lines = [...byChannel].map(([channelId, months]) => ({ channelId, months, total: months.reduce(add, empty()) }));
  return [...lines.filter((line) => line.channelId !== null), ...lines.filter((line) => line.channelId === null)];
}

export function budgetTotals(lines: readonly BudgetLine[]): BudgetCell[] {
  return Array.from({ length: 12 }, (_, index) => lines.reduce((sum, line) => add(sum, line.months[index] ?? empty()), empty()));
}
