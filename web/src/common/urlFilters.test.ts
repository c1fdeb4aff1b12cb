import { describe, expect, it } from 'vitest';
import { withQuery } from './api/query';
import { cookie, fileNameOf } from './api/client';
import { filtersOf, patched } from './urlFilters';

describe('filters in the address', () => {
  it('are all keys except what is open', () => {
    expect(filtersOf(new URLSearchParams('stage=mql,sql&q=华为&open=1&drill=x'))).toEqual({ stage: 'mql,sql', q: '华为' });
  });
  it('are set and cleared without touching the rest', () => {
    const next = patched(new URLSearchParams('stage=mql&open=1'), { stage: undefined, q: '云' });
    expect(next.toString()).toBe(new URLSearchParams({ open: '1', q: '云' }).toString());
  });
  it('leave empty values out of the request', () => {
    expect(withQuery('/leads', { q: '', stage: 'won', limit: 50, cursor: null })).toBe('/leads?stage=won&limit=50');
  });
});

describe('talking to the server', () => {
  it('finds the CSRF token among cookies', () => {
    expect(cookie('XSRF-TOKEN', 'a=1; XSRF-TOKEN=ab%3D; b=2')).toBe('ab=');
    expect(cookie('XSRF-TOKEN', 'a=1')).toBeUndefined();
  });
  it('reads Chinese file names', () => {
    expect(fileNameOf("attachment; filename*=UTF-8''%E7%BA%BF%E7%B4%A2.xlsx", 'x')).toBe('线索.xlsx');
    expect(fileNameOf('attachment; filename="leads.csv"', 'x')).toBe('leads.csv');
    expect(fileNameOf(null, 'x.csv')).toBe('x.csv');
  });
});
