import { describe, expect, it } from 'vitest';
import { bytes, fits } from './bytes';

describe('bytes', () => {
  it('count a Chinese character as three and nothing as none', () => {
    expect(bytes('abc')).toBe(3);
    expect(bytes('您好')).toBe(6);
    expect(bytes('😀')).toBe(4);
    expect(bytes(null)).toBe(0);
  });

  it('are held against a limit', () => {
    expect(fits('字'.repeat(42), 128)).toBe(true);
    expect(fits('字'.repeat(43), 128)).toBe(false);
  });
});
