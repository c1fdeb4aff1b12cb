import type { FunnelRow } from '../reports/model';
import type { Outcome } from './model';

/** What each department planned, made, and how that was read, counted by the server over all items. */
export interface DepartmentPlan {
  departmentId: string | null;
  planned: number;
  published: number;
  /** Entries past their day that are not published. */
  late: number;
  expectedLeads: number;
  expectedReads: number;
  /** How often what it made was read to the end. */
  reads: number;
}

export interface DepartmentFigures extends DepartmentPlan {
  /** Undefined for whom reports are closed. */
  outcome: Outcome | undefined;
}

type Row = Pick<FunnelRow, 'key' | 'counts' | 'revenueFen'>;

/** The report's row of what has no department, or no item. */
const BLANK = 'none';

function summed(rows: readonly Row[], sign: 1 | -1, sum: Outcome): Outcome {
  for (const row of rows) {
    if (row.key === BLANK) continue;
    for (const [stage, count] of Object.entries(row.counts) as [keyof Outcome, number][]) sum[stage] = (sum[stage] ?? 0) + sign * count;
    sum.revenueFen += sign * row.revenueFen;
  }
  return sum;
}

/**
 * What the items of a department brought. Leads of items without a department stand in the blank row together
 * with leads of no item at all; so theirs is what all items brought less what the departments did.
 */
function outcomeOf(departmentId: string | null, byItem: readonly Row[], byDepartment: readonly Row[]): Outcome {
  if (departmentId === null) return summed(byDepartment, -1, summed(byItem, 1, { revenueFen: 0 }));
  return summed(byDepartment.filter((row) => row.key === departmentId), 1, { revenueFen: 0 });
}

/** Planned beside brought; whose work nobody said stands last. */
export function departmentFigures(
  plans: readonly DepartmentPlan[],
  byItem: readonly Row[] | undefined,
  byDepartment: readonly Row[] | undefined,
): DepartmentFigures[] {
  return plans
    .map((plan) => ({ ...plan, outcome: byItem && byDepartment && outcomeOf(plan.departmentId, byItem, byDepartment) }))
    .sort((one, other) => Number(one.departmentId === null) - Number(other.departmentId === null) || other.published - one.published);
}
