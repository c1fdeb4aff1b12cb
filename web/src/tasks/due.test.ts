import { describe, expect, it } from 'vitest';
import { callable, dueState } from './due';

const NOW = Date.parse('2026-11-26T08:00:00Z');

describe('when a task is due', () => {
  it('is past its time from the moment on', () => {
    expect(dueState('2026-11-26T07:59:59Z', NOW)).toBe('overdue');
    expect(dueState('2026-11-26T08:00:00Z', NOW)).toBe('soon');
  });
  it('is soon within four hours', () => {
    expect(dueState('2026-11-26T11:59:00Z', NOW)).toBe('soon');
    expect(dueState('2026-11-26T12:00:00Z', NOW)).toBe('later');
  });
});

describe('a number to call', () => {
  it('is one shown in full', () => {
    expect(callable('13800138000')).toBe('tel:13800138000');
    expect(callable('+852 6123 4567')).toBe('tel:+85261234567');
    expect(callable('138****8000')).toBeNull();
    expect(callable(null)).toBeNull();
  });
});
