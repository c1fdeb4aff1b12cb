import { describe, expect, it } from 'vitest';
import { filtersOf, patched } from '../common/urlFilters';
import { targetOf } from './target';

describe('what a bulk action works on', () => {
  it('is the ticked rows by id', () => {
    expect(targetOf({ everything: false, ids: ['a', 'b'], filter: { q: '华' } })).toEqual({ ids: ['a', 'b'] });
  });
  it('is the filter, without the order, when everything is meant', () => {
    expect(targetOf({ everything: true, ids: ['a'], filter: { q: '华', stage: 'mql,sal', sort: '-revenue' } })).toEqual({
      filter: { q: '华', stage: 'mql,sal' },
    });
  });
});

describe('the filters of the pool in the address', () => {
  const filters = {
    q: '数据 & 云', stage: 'lead,mql', reached: 'sql', channel: 'none', campaign: 'c1', sourceClass: 'referral',
    province: '上海', industry: '制造', owner: 'none', sdr: 's1', tag: 't1', from: '2026-01-01', to: '2026-03-31', import: 'i1',
    sort: '-lastTouchAt',
  };
  it('come back as they were written', () => {
    const address = patched(new URLSearchParams(), filters).toString();
    expect(filtersOf(new URLSearchParams(address))).toEqual(filters);
  });
  it('do not include what is open', () => {
    const address = patched(new URLSearchParams(), { ...filters, open: 'x', new: '1', tab: 'facts' });
    expect(filtersOf(address)).toEqual(filters);
  });
});
