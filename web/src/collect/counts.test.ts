import { describe, expect, it } from 'vitest';
import { byEnding, stepLines, sumOf } from './counts';
import type { CountLine } from './model';
import { siteState } from './siteState';
import { snippetOf } from './snippet';

const lines: CountLine[] = [
  { step: 'log', outcome: 'stored', ending: 'STORED', hits: 80 },
  { step: 'log', outcome: 'duplicate', ending: 'DUPLICATE', hits: 5 },
  { step: 'robot', outcome: 'robot', ending: 'REJECTED', hits: 10 },
  { step: 'shape', outcome: 'missing', ending: 'QUARANTINED', hits: 3 },
  { step: 'shape', outcome: 'bad_id', ending: 'QUARANTINED', hits: 2 },
];

describe('counts of a site', () => {
  it('add up, whichever way they are cut', () => {
    expect(sumOf(lines)).toBe(100);
    expect(byEnding(lines).reduce((sum, { hits }) => sum + hits, 0)).toBe(100);
  });

  it('say step by step what was left', () => {
    expect(stepLines(lines).map(({ step, reached }) => [step, reached])).toEqual([['robot', 100], ['shape', 90], ['log', 85]]);
    expect(stepLines(lines)[1]?.ended).toHaveLength(2);
    expect(stepLines(lines)[2]?.ended).toHaveLength(0);
  });
});

describe('the state of a site', () => {
  const now = Date.parse('2026-11-26T00:00:00Z');
  const seen = (lastAt: string) => ({ archived: false, seen: { firstAt: lastAt, lastAt } });

  it('is told by when it was heard of last', () => {
    expect(siteState({ archived: false }, now)).toBe('waiting');
    expect(siteState(seen('2026-11-25T23:00:00Z'), now)).toBe('alive');
    expect(siteState(seen('2026-11-20T23:00:00Z'), now)).toBe('silent');
    expect(siteState({ ...seen('2026-11-25T23:00:00Z'), archived: true }, now)).toBe('archived');
  });
});

describe('the snippet', () => {
  it('names the server and the site and nothing else', () => {
    expect(snippetOf('https://lw.example.com', { key: 'abc' })).toBe('<script async src="https://lw.example.com/c/abc.js"></script>');
  });
});
