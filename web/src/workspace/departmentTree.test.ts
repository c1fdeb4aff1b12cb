import { expect, it } from 'vitest';
import { departmentLines, departmentOptions, departmentsBelow } from './departmentTree';

const flat = [
  { id: 'sales', name: '销售部' }, { id: 'east', name: '华东', parentId: 'sales' }, { id: 'lost', name: '孤儿', parentId: 'gone' },
];

it('hangs departments under their parents and keeps orphans in sight', () => {
  expect(departmentLines(flat).map((line) => line.id)).toEqual(['sales', 'lost']);
  expect(departmentLines(flat)[0]?.children?.[0]?.id).toBe('east');
  expect(departmentOptions(flat)[0]?.children?.[0]?.title).toBe('华东');
});

it('knows where a department may not be moved to', () => {
  expect(departmentsBelow(flat, 'sales')).toEqual(['sales', 'east']);
});
