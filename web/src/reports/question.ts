import type { Query } from '../common/api/query';
import type { Filters } from '../common/urlFilters';
import type { Drill } from './drill';

/** What every report takes; anything else in the address belongs to the page. */
const KEYS = ['from', 'to', 'channel', 'campaign', 'sourceClass', 'province', 'industry', 'owner', 'sdr'] as const;

/** The query of a report: how it is cut, on which basis, and for whom. */
export function questionOf(filters: Filters, cut: { by?: string; basis?: string }): Query {
  const asked = KEYS.flatMap((key) => (filters[key] ? [[key, filters[key]] as const] : []));
  return { ...(cut.by ? { by: cut.by } : {}), ...(cut.basis ? { basis: cut.basis } : {}), ...Object.fromEntries(asked) };
}

/** One of the offered words, or the first: an address may hold anything. */
export function chosen<T extends string>(value: string | undefined, offered: readonly T[], usual: T): T {
  return offered.find((word) => word === value) ?? usual;
}

/** The key of the total in GET /reports/leads. */
export const TOTAL = '*';

/** Money that nobody said what for; in the list of spend that is a blank. */
const UNALLOCATED = 'unallocated';

interface Cell {
  question: Query;
  row: string;
  rowLabel: string;
  /** A stage, or `customer` of the channel sheet. */
  figureOf: string;
  figureLabel: string;
  figure: number;
  /** Only those who are counted without a record of the stage. */
  implied?: boolean;
}

/** The drill-down of one cell: the same question, and which cell of the answer. */
export function drillOf({ question, row, rowLabel, figureOf, figureLabel, figure, implied }: Cell): Drill {
  return {
    title: [rowLabel, figureLabel].filter(Boolean).join(' · '),
    figure,
    query: { ...question, row, stage: figureOf, ...(implied ? { implied: true } : {}) },
  };
}

/** The leads with a problem, among those the report is about. */
export function problemDrill(question: Query, problem: { code: string; message: string; count: number }): Drill {
  return { title: problem.message, figure: problem.count, query: { ...question, row: TOTAL, problem: problem.code } };
}

/** What spend itself says of where it went; other cuts cannot be opened as a list of spend. */
const SPEND_CUTS = ['channel', 'campaign', 'plan', 'unit', 'keyword'];

export function spendAddress(by: string, row: string, question: Query): string | null {
  const period = Object.fromEntries(
    (['from', 'to', 'channel', 'campaign'] as const).flatMap((key) => (question[key] ? [[key, String(question[key])]] : [])),
  );
  if (row !== TOTAL && !SPEND_CUTS.includes(by)) return null;
  const params = new URLSearchParams(row === TOTAL ? period : { ...period, [by]: row === UNALLOCATED ? 'none' : row });
  const text = params.toString();
  return text ? `/spend?${text}` : '/spend';
}
