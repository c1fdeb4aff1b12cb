import { describe, expect, it } from 'vitest';
import type { TFunction } from 'i18next';
import { behaviourLine, duration, landingPage, withoutBehaviour } from './behaviour';

const t = ((key: string, options?: Record<string, unknown>) =>
  options?.defaultValue ? options.defaultValue : `${options?.count ?? options?.percent ?? ''}${key.split('.').pop()}`) as unknown as TFunction;

describe('behaviour of a touch', () => {
  it('is one line of what is known', () => {
    expect(behaviourLine({ pages: 3, seconds: 135, depth: 81.6, device: 'mobile', app: 'WeChat', city: '上海市' }, t)).toBe(
      '3pages · 2minutes 15seconds · 82depth · mobile · WeChat · 上海市',
    );
  });

  it('says nothing of what was not measured', () => {
    expect(behaviourLine({ pages: 0, seconds: 0, device: '' }, t)).toBe('');
    expect(behaviourLine({ seconds: 'many', pages: null }, t)).toBe('');
  });

  it('rounds a minute to a minute', () => expect(duration(60, t)).toBe('1minutes'));

  it('shows a landing page without its parameters', () =>
    expect(landingPage({ landing: 'https://www.example.com/a?utm_source=baidu#x' })).toBe('https://www.example.com/a'));

  it('leaves the rest to be told field by field', () => expect(withoutBehaviour({ pages: 3, keyword: '数据集成' })).toEqual({ keyword: '数据集成' }));
});
