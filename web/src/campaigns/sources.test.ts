import { describe, expect, it } from 'vitest';
import { sourceText } from './sources';

describe('a source in one line', () => {
  it('reads as it stands in an address', () => {
    expect(sourceText('utm', 'baidu', 'cpc')).toBe('utm_source=baidu & utm_medium=cpc');
    expect(sourceText('utm', '', 'email')).toBe('utm_medium=email');
    expect(sourceText('utm', 'zhihu', '')).toBe('utm_source=zhihu');
    expect(sourceText('click_id', 'bd_vid', '')).toBe('bd_vid=…');
    expect(sourceText('referrer', 'zhihu.com', '')).toBe('zhihu.com');
    expect(sourceText('utm', '', '')).toBe('');
  });
});
