import { describe, expect, it } from 'vitest';
import { type Catalogue, type Condition, editable, isComplete, kept } from './model';

const asks = { field: 'person.title', is: 'contains', values: ['总监'] };
const catalogue: Catalogue = {
  leads: [{ key: 'person.title', kind: 'text', operators: [] }, { key: 'lead.mqlAt', kind: 'moment', operators: [] }],
  deeds: [{ key: 'deed.page', kind: 'text', operators: [] }],
};

describe('a condition that is edited', () => {
  it('comes back as it was', () => {
    const conditions: Condition[] = [
      { all: [asks, { any: [asks, { not: { any: [asks] } }] }] },
      { any: [] },
      { not: { any: [asks, asks] } },
      { all: [{ did: [asks], least: 2, most: null, days: 30 }] },
    ];
    for (const condition of conditions) expect(kept(editable(condition))).toEqual(condition);
  });

  it('means the same where "not" stood before something else', () => {
    expect(kept(editable({ not: asks }))).toEqual({ not: { any: [asks] } });
    expect(kept(editable({ not: { all: [asks, asks] } }))).toEqual({ not: { any: [{ all: [asks, asks] }] } });
    expect(kept(editable(asks))).toEqual({ all: [asks] });
  });

  it('is complete when every part has what it compares with', () => {
    const whole = (condition: Condition) => isComplete(editable(condition), catalogue);
    expect(whole({ all: [] })).toBe(true);
    expect(whole(asks)).toBe(true);
    expect(whole({ ...asks, values: [' '] })).toBe(false);
    expect(whole({ field: 'lead.mqlAt', is: 'known' })).toBe(true);
    expect(whole({ field: 'lead.mqlAt', is: 'between', values: ['2026-05-01'] })).toBe(false);
    expect(whole({ field: 'lead.shoe', is: 'known' })).toBe(false);
    expect(whole({ did: [{ field: 'deed.page', is: 'contains', values: [] }], least: 1, most: null, days: null })).toBe(false);
  });
});
