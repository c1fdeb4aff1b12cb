import { describe, expect, it } from 'vitest';
import { rowKey, summed } from './items';
import { BLANK, draftOf } from './itemForm';

describe('a draft', () => {
  it('keeps nothing that its choices have made meaningless', () => {
    const form = { ...BLANK, title: ' 标题 ', slug: ' ', authorId: 'm', guestName: '周工', gateAfter: 3, gateForm: 'f' };
    expect(draftOf(form, BLANK)).toMatchObject({ title: '标题', slug: null, guestName: null, gateAfter: null, gateForm: null });
    expect(draftOf({ ...form, gate: 'before' }, BLANK)).toMatchObject({ gateAfter: null, gateForm: 'f' });
    expect(draftOf({ ...form, gate: 'middle' }, BLANK)).toMatchObject({ gateAfter: 3, gateForm: 'f' });
  });
});

describe('what an item brought', () => {
  it('is the sum under all its titles', () => {
    expect(summed([{ lead: 2, revenueFen: 5 }, { lead: 1, won: 1, revenueFen: 0 }])).toEqual({ lead: 3, won: 1, revenueFen: 5 });
    expect(summed([])).toEqual({ revenueFen: 0 });
  });

  it('is found under the report’s key even when a title is spelled like one', () => {
    expect(rowKey('none')).toBe('=none');
    expect(rowKey('=x')).toBe('==x');
    expect(rowKey('白皮书')).toBe('白皮书');
  });
});
