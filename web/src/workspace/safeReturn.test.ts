import { expect, it } from 'vitest';
import { safeReturn } from './safeReturn';

it('returns to pages of this app only', () => {
  expect(safeReturn('/leads?stage=won')).toBe('/leads?stage=won');
  expect(safeReturn('https://evil.example')).toBe('/');
  expect(safeReturn('//evil.example')).toBe('/');
  expect(safeReturn('/\\evil.example')).toBe('/');
  expect(safeReturn('/login')).toBe('/');
  expect(safeReturn(null)).toBe('/');
});
