import { describe, expect, it } from 'vitest';
import { attendanceRate } from './events';
import type { EventFigures } from './model';

const figures = { approved: 4, attendedOfApproved: 3 } as EventFigures;
const startsAt = '2026-11-26T14:00:00+08:00';
const before = Date.parse('2026-11-26T05:59:00Z');
const after = Date.parse('2026-11-26T06:01:00Z');

describe('the attendance rate', () => {
  it('is not 0 % of an event that has not begun', () => {
    expect(attendanceRate({ figures, startsAt }, before)).toBeNull();
    expect(attendanceRate({ figures, startsAt }, after)).toBe(0.75);
  });

  it('is none where nobody might come', () => {
    expect(attendanceRate({ figures: { ...figures, approved: 0, attendedOfApproved: 0 }, startsAt }, after)).toBeNull();
  });
});
