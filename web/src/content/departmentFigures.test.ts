import { expect, it } from 'vitest';
import { type DepartmentPlan, departmentFigures } from './departmentFigures';

const plan = (departmentId: string | null, published: number): DepartmentPlan => ({
  departmentId, planned: 2, published, late: 1, expectedLeads: 15, expectedReads: 300, reads: 4,
});
const row = (key: string, lead: number, revenueFen: number) => ({ key, counts: { lead }, revenueFen });

it('puts what each department brought beside what it planned', () => {
  const figures = departmentFigures(
    [plan(null, 9), plan('a', 1), plan('b', 2)],
    [row('x', 3, 7), row('y', 2, 1), row('z', 4, 0), row('none', 90, 900)],
    [row('a', 3, 7), row('none', 96, 901)],
  );

  expect(figures.map((one) => one.departmentId)).toEqual(['b', 'a', null]);
  expect(figures[0]).toMatchObject({ planned: 2, late: 1, reads: 4, outcome: { revenueFen: 0 } });
  expect(figures[1]?.outcome).toEqual({ lead: 3, revenueFen: 7 });
  // leads of no item are nobody's
  expect(figures[2]?.outcome).toEqual({ lead: 6, revenueFen: 1 });
});

it('knows no outcome for whom reports are closed', () => {
  expect(departmentFigures([plan('a', 1)], undefined, undefined)[0]?.outcome).toBeUndefined();
});
