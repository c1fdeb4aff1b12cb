import { expect, it } from 'vitest';
import { fileSize } from './fileSize';

it('says how large a file is', () => {
  expect(fileSize(12)).toBe('12 B');
  expect(fileSize(2048)).toBe('2 KB');
  expect(fileSize(20 * 1024 * 1024)).toBe('20.0 MB');
});
