import { describe, expect, it } from 'vitest';
import { GRADES, labelOf, signed } from './model';

describe('scores', () => {
  it('have sixteen grades, the best first', () => {
    expect(GRADES).toHaveLength(16);
    expect([GRADES[0], GRADES[15]]).toEqual(['A1', 'D4']);
  });

  it('write points with their sign', () => {
    expect([signed(15), signed(-5), signed(0.4), signed(-0.4)]).toEqual(['+15', '−5', '+0', '+0']);
  });

  it('are called in the language of the reader, else in the one there is', () => {
    expect(labelOf({ zh: '表单', en: 'Form' }, 'en')).toBe('Form');
    expect(labelOf({ zh: '表单', en: null }, 'en')).toBe('表单');
    expect(labelOf({ en: 'Form' }, 'zh-CN')).toBe('Form');
  });
});
