import { summed } from './items';
import type { Item, Outcome, PlanEntry } from './model';

export interface DepartmentFigures {
  departmentId: string | null;
  planned: number;
  published: number;
  /** Entries past their day that are not published. */
  late: number;
  expectedLeads: number;
  expectedReads: number;
  /** How often what it made was read to the end. */
  reads: number;
  outcome: Outcome | undefined;
}

/** What each department planned, published, was to bring, and brought; whose work nobody said stands last. */
export function departmentFigures(
  entries: readonly PlanEntry[],
  items: readonly Item[],
  outcome: (item: Item) => Outcome | undefined,
  today: string,
): DepartmentFigures[] {
  const ids = new Set([...entries, ...items].map((one) => one.departmentId ?? null));
  return [...ids]
    .map((departmentId) => {
      const mine = entries.filter((entry) => (entry.departmentId ?? null) === departmentId);
      const made = items.filter((item) => (item.departmentId ?? null) === departmentId);
      const outcomes = made.map(outcome).filter((one) => one !== undefined);
      return {
        departmentId,
        planned: mine.length,
        published: made.filter((item) => item.status === 'published').length,
        late: mine.filter((entry) => entry.dueOn && entry.dueOn < today && entry.status !== 'published').length,
        expectedLeads: mine.reduce((sum, entry) => sum + (entry.expectedLeads ?? 0), 0),
        expectedReads: mine.reduce((sum, entry) => sum + (entry.expectedReads ?? 0), 0),
        reads: made.reduce((sum, item) => sum + (item.readers?.ends ?? 0), 0),
        outcome: made.length > 0 && outcomes.length === 0 ? undefined : summed(outcomes),
      };
    })
    .sort((one, other) => Number(one.departmentId === null) - Number(other.departmentId === null) || other.published - one.published);
}
