import { describe, expect, it } from 'vitest';
import { columnsOf, confidenceOf, isGuess, problemsOf, requestOf, startOf, unmapped } from './mapping';
import type { ImportField, ImportMapping } from './model';

const field = (name: string, extra: Partial<ImportField> = {}): ImportField => ({
  field: name, label: name, group: 'g', type: 'text', required: false, repeatable: false, ...extra,
});
const fields = [
  field('key', { required: true }), field('lead_at'), field('mql_at'), field('channel'), field('note', { repeatable: true }),
];
const header = (name: string, guess: string[]) => ({ column: name, name, samples: [], guess, confidence: 1 });
// The marketing file of the field test: the first contact is also the moment of the MQL.
const headers = [header('mql_id', ['key']), header('first_contact_date', ['lead_at']), header('origin', ['channel']), header('extra', [])];

const mapping = (columns: Record<string, string[]>, rest: Partial<ImportMapping> = {}): ImportMapping => ({
  columns, defaults: {}, options: {}, ...rest,
});

describe('the start of a mapping', () => {
  it('is the guess of a file never seen', () => {
    expect(startOf({ headers }).columns).toEqual({
      mql_id: ['key'], first_contact_date: ['lead_at'], origin: ['channel'], extra: [],
    });
  });
  it('is what was remembered, even against the guess', () => {
    const remembered = mapping({ mql_id: ['key'], first_contact_date: ['lead_at', 'mql_at'], origin: [] }, { options: { source: 'crm' } });
    const start = startOf({ headers, mapping: remembered });
    expect(start.columns).toEqual({ mql_id: ['key'], first_contact_date: ['lead_at', 'mql_at'], origin: [], extra: [] });
    expect(start.options).toEqual({ dateOrder: 'ymd', unreadable: 'reject', source: 'crm' });
  });
  it('does not share its lists with the answer of the server', () => {
    startOf({ headers }).columns.mql_id?.push('note');
    expect(headers[0]?.guess).toEqual(['key']);
  });
});

describe('what stands against a mapping', () => {
  it('is a required field without column or fixed value', () => {
    expect(problemsOf(mapping({ origin: ['channel'] }), fields)).toEqual([{ kind: 'missing', field: fields[0] }]);
    expect(problemsOf(mapping({ origin: ['channel'] }, { defaults: { key: 'x' } }), fields)).toEqual([]);
    expect(problemsOf(mapping({ origin: ['channel'] }, { defaults: { key: '  ' } }), fields)).toHaveLength(1);
  });
  it('is one field fed by two columns, unless it takes several', () => {
    const double = mapping({ a: ['key'], b: ['key', 'note'], c: ['note'] });
    expect(problemsOf(double, fields)).toEqual([{ kind: 'double', field: fields[0], columns: ['a', 'b'] }]);
  });
  it('is a mapping of nothing', () => expect(problemsOf(mapping({ a: [] }), fields)).toEqual([{ kind: 'nothing' }]));
});

describe('the request', () => {
  it('says the rules that say something', () => {
    expect(requestOf(mapping({ a: ['key'] }, { rules: { tag: ' 展会 ', tag_new: ' ' } })).rules).toEqual({ tag: '展会' });
    expect(requestOf(mapping({ a: ['key'] })).rules).toBeUndefined();
  });
  it('keeps one column feeding several fields', () => {
    const sent = requestOf(mapping({ first_contact_date: ['lead_at', 'mql_at'], extra: [] }, { sheet: 'Sheet1' }));
    expect(sent).toEqual({ columns: { first_contact_date: ['lead_at', 'mql_at'] }, defaults: {}, options: {}, sheet: 'Sheet1' });
    expect([...columnsOf(sent)]).toEqual([['lead_at', ['first_contact_date']], ['mql_at', ['first_contact_date']]]);
  });
  it('drops blank fixed values, and those a column feeds', () => {
    const sent = requestOf(mapping({ o: ['channel'] }, { defaults: { channel: '百度', note: ' ', key: ' k ' }, options: { source: ' ' } }));
    expect(sent.defaults).toEqual({ key: 'k' });
    expect(sent.options).toEqual({});
  });
  it('comes back as the same start', () => {
    const sent = requestOf(startOf({ headers }));
    expect(requestOf(startOf({ headers, mapping: sent }))).toEqual(sent);
  });
});

it('offers fixed values for what no column feeds', () => {
  expect(unmapped(mapping({ a: ['key', 'lead_at'] }), fields).map((one) => one.field)).toEqual(['mql_at', 'channel', 'note']);
});

it('words confidence, and knows an untouched guess', () => {
  expect([1, 0.9, 0.7, 0.2].map(confidenceOf)).toEqual(['high', 'high', 'middle', 'low']);
  expect(isGuess(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(isGuess([], [])).toBe(false);
  expect(isGuess(['a'], ['a', 'b'])).toBe(false);
});
