import { describe, expect, it } from 'vitest';
import { formatExactMoney, formatMoney, yuanToFen } from './money';
import { formatChange, formatNumber, formatRate, ratio } from './numbers';
import { periodOf, presetOf } from './period';
import { formatDay, formatDuration, formatInstant, formatRelative, startOfWeek, today } from './time';

describe('money', () => {
  it('shows the same 分 in 元, 万元 and 亿元', () => {
    expect(formatMoney(12_345_678_900, 'yuan')).toBe('123,456,789');
    expect(formatMoney(12_345_678_900, 'wan')).toBe('12,345.68');
    expect(formatMoney(12_345_678_900, 'yi')).toBe('1.23');
  });
  it('keeps the 分 when there are any', () => {
    expect(formatMoney(100_05, 'yuan')).toBe('100.05');
    expect(formatExactMoney(100_05)).toBe('¥100.05');
  });
  it('does not make a small sum look like nothing', () => {
    expect(formatMoney(5_000, 'wan')).toBe('0.0050');
    expect(formatMoney(1, 'wan')).toBe('<0.0001');
    expect(formatMoney(0, 'wan')).toBe('0');
  });
  it('shows missing money as a dash', () => {
    expect(formatMoney(null, 'wan')).toBe('—');
    expect(formatExactMoney(undefined)).toBe('—');
  });
  it('turns typed 元 into whole 分', () => {
    expect(yuanToFen(19.99)).toBe(1999);
    expect(yuanToFen(0.1 + 0.2)).toBe(30);
  });
});

describe('rates', () => {
  it('has one decimal', () => expect(formatRate(ratio(842, 8000))).toBe('10.5%'));
  it('is a dash over a zero denominator', () => expect(formatRate(ratio(3, 0))).toBe('—'));
  it('is zero when nothing of something came through', () => expect(formatRate(ratio(0, 9))).toBe('0.0%'));
  it('signs growth', () => {
    expect(formatChange(150, 100)).toBe('+50.0%');
    expect(formatChange(80, 100)).toBe('−20.0%');
    expect(formatChange(80, 0)).toBe('—');
  });
  it('groups thousands', () => expect(formatNumber(1234567)).toBe('1,234,567'));
});

describe('time', () => {
  it('is Beijing time whatever the browser says', () => {
    expect(formatInstant('2026-03-01T02:00:00Z')).toBe('2026-03-01 10:00:00');
    expect(formatDay('2026-02-28T16:00:00Z')).toBe('2026-03-01');
    expect(today(Date.parse('2026-12-31T16:30:00Z'))).toBe('2027-01-01');
  });
  it('is relative when near and a day when far', () => {
    const now = Date.parse('2026-03-10T00:00:00Z');
    expect(formatRelative('2026-03-09T22:00:00Z', 'zh-CN', now)).toBe('2小时前');
    expect(formatRelative('2026-03-09T22:00:00Z', 'en', now)).toBe('2 hours ago');
    expect(formatRelative('2025-03-09T22:00:00Z', 'en', now)).toBe('2025-03-10');
  });
  it('starts the week on Monday', () => {
    expect(startOfWeek('2026-03-01')).toBe('2026-02-23');
    expect(startOfWeek('2026-02-23')).toBe('2026-02-23');
  });
  it('writes durations as a clock', () => {
    expect(formatDuration(75)).toBe('01:15');
    expect(formatDuration(3675)).toBe('1:01:15');
  });
});

describe('period presets', () => {
  it('gives inclusive days', () => {
    expect(periodOf('lastMonth', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(periodOf('lastQuarter', '2026-01-15')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(periodOf('last12Months', '2026-03-15')).toEqual({ from: '2025-04-01', to: '2026-03-15' });
  });
  it('recognises a preset again', () => {
    expect(presetOf({ from: '2025-01-01', to: '2025-12-31' }, '2026-03-15')).toBe('lastYear');
    expect(presetOf({}, '2026-03-15')).toBe('allTime');
    expect(presetOf({ from: '2025-01-02' }, '2026-03-15')).toBeUndefined();
  });
});
