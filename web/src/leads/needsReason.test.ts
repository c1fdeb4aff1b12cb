import { expect, it } from 'vitest';
import { needsReason } from './needsReason';

it('asks why a lead goes back or out, not why it goes on', () => {
  expect(needsReason('lead', 'mql')).toBe(false);
  expect(needsReason('mql', 'won')).toBe(false);
  expect(needsReason('sql', 'mql')).toBe(true);
  expect(needsReason('poc', 'lost')).toBe(true);
  expect(needsReason('lead', 'nurture')).toBe(true);
  expect(needsReason('recycled', 'mql')).toBe(false);
});
