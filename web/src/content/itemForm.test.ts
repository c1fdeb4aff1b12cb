import { describe, expect, it } from 'vitest';
import { BLANK, draftOf } from './itemForm';

describe('a draft', () => {
  it('keeps nothing that its choices have made meaningless', () => {
    const form = { ...BLANK, title: ' 标题 ', slug: ' ', authorId: 'm', guestName: '周工', gateAfter: 3, gateForm: 'f' };
    expect(draftOf(form, BLANK)).toMatchObject({ title: '标题', slug: null, guestName: null, gateAfter: null, gateForm: null });
    expect(draftOf({ ...form, gate: 'before' }, BLANK)).toMatchObject({ gateAfter: null, gateForm: 'f' });
    expect(draftOf({ ...form, gate: 'middle' }, BLANK)).toMatchObject({ gateAfter: 3, gateForm: 'f' });
  });
});
