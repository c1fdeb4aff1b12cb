import { expect, it } from 'vitest';
import { detailLines } from './detailLines';

it('tells changes as before and after, whatever shape they come in', () => {
  expect(detailLines({ name: ['张伟', '张炜'], company_size: { before: null, after: '50-200' } })).toEqual([
    { field: 'name', before: '张伟', after: '张炜' },
    { field: 'companySize', before: '', after: '50-200' },
  ]);
});
it('tells plain values and leaves out ids and blanks', () => {
  expect(detailLines({ keyword: '数据中台', recordId: '0193a2b4-1111-7000-8000-000000000001', unit: null })).toEqual([
    { field: 'keyword', after: '数据中台' },
  ]);
  expect(detailLines(null)).toEqual([]);
});
it('tells pages as pages, also when there are two', () => {
  expect(detailLines({ paths: ['/price', '/cases'] })).toEqual([{ field: 'paths', after: '/price · /cases' }]);
});
