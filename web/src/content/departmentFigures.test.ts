import { expect, it } from 'vitest';
import { departmentFigures } from './departmentFigures';
import type { Item, PlanEntry } from './model';

const entry = (departmentId: string | null, rest: Partial<PlanEntry>): PlanEntry => ({
  id: crypto.randomUUID(), status: 'idea', place: 1, topic: 't', departmentId, ...rest,
});
const item = (departmentId: string | null, title: string, status: Item['status'] = 'published'): Item => ({
  id: title, status, slug: title, version: 1, createdAt: '', changedAt: '', titles: [title], kind: 'article', title,
  language: 'zh-CN', downloadable: false, tags: [], gate: 'none', departmentId,
});

it('sums what each department planned and brought', () => {
  const figures = departmentFigures(
    [
      entry('a', { expectedLeads: 10, expectedReads: 300, dueOn: '2026-11-01' }),
      entry('a', { expectedLeads: 5, dueOn: '2026-11-01', status: 'published' }),
      entry(null, { dueOn: '2026-12-01' }),
    ],
    [item(null, 'x'), { ...item('a', 'y'), readers: { views: 9, visitors: 5, dwellMs: 1, ends: 4, shares: 0, downloads: 0, registrations: 0 } }, item('a', 'z', 'draft'), item('b', 'w')],
    (one) => (one.title === 'w' ? { revenueFen: 0 } : { lead: 3, revenueFen: 7 }),
    '2026-11-26',
  );

  expect(figures.map((row) => row.departmentId)).toEqual(['a', 'b', null]);
  expect(figures[0]).toMatchObject({ planned: 2, published: 1, late: 1, expectedLeads: 15, expectedReads: 300, reads: 4, outcome: { lead: 6, revenueFen: 14 } });
  expect(figures[1]).toMatchObject({ planned: 0, published: 1, outcome: { revenueFen: 0 } });
  expect(figures[2]).toMatchObject({ planned: 1, late: 0 });
});

it('knows no outcome for whom reports are closed', () => {
  expect(departmentFigures([], [item('a', 'y')], () => undefined, '2026-11-26')[0]?.outcome).toBeUndefined();
});
