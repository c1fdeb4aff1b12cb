import { expect, it } from 'vitest';
import { auditText } from './auditText';
import { keyState } from './keys';

it('a key is valid until it is revoked or its time is up', () => {
  const now = Date.parse('2026-03-01T00:00:00Z');
  expect(keyState({}, now)).toBe('valid');
  expect(keyState({ expiresAt: '2026-03-02T00:00:00Z' }, now)).toBe('valid');
  expect(keyState({ expiresAt: '2026-02-02T00:00:00Z' }, now)).toBe('expired');
  expect(keyState({ revokedAt: '2026-02-02T00:00:00Z', expiresAt: '2026-03-02T00:00:00Z' }, now)).toBe('revoked');
});

it('the audit log tells before and after', () => {
  expect(auditText({ name: ['张伟', '张炜'], count: 3, note: [null, 'x'] })).toBe('name: 张伟 → 张炜 · count: 3 · note: — → x');
  expect(auditText({ ownerId: { before: '', after: '01a201a8-f3bc-7522-a321-97793de8c5ea' }, importId: '01a201a8-f3bc-7522-a321-97793de8c5ea' })).toBe('ownerId');
  expect(auditText({ fields: ['name', 'note'] })).toBe('fields: name、note');
  expect(auditText(null)).toBe('');
});
