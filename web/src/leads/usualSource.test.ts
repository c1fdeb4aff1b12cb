import { describe, expect, it } from 'vitest';
import { usualSource } from './usualSource';

describe('usualSource', () => {
  it('is what most facts say', () => expect(usualSource(['a', 'b', undefined, 'b'])).toBe('b'));
  it('is nothing when every fact has a source of its own', () => expect(usualSource(['a', 'b', undefined])).toBeUndefined());
});
