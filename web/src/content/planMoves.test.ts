import { describe, expect, it } from 'vitest';
import type { PlanEntry, PlanStatus } from './model';
import { column, moved, stepped, whereItWas } from './planMoves';

const entry = (id: string, status: PlanStatus, place: number): PlanEntry => ({ id, status, place, topic: id });
const PLAN = [entry('a', 'idea', 1), entry('b', 'idea', 2), entry('c', 'idea', 3), entry('d', 'writing', 1)];
const ids = (entries: PlanEntry[], status: PlanStatus) => column(entries, status).map((one) => one.id);

describe('a move', () => {
  it('puts the card on top of another', () => {
    expect(ids(moved(PLAN, { id: 'c', status: 'idea', before: 'a' }), 'idea')).toEqual(['c', 'a', 'b']);
    expect(ids(moved(PLAN, { id: 'b', status: 'writing', before: 'd' }), 'writing')).toEqual(['b', 'd']);
  });

  it('puts it at the foot where the other has gone', () => {
    expect(ids(moved(PLAN, { id: 'a', status: 'writing', before: 'gone' }), 'writing')).toEqual(['d', 'a']);
    expect(moved(PLAN, { id: 'gone', status: 'idea', before: null })).toEqual(PLAN);
  });

  it('is undone by moving back to where the card was', () => {
    for (const id of ['a', 'b', 'c', 'd']) {
      const back = whereItWas(PLAN, id);
      const after = moved(PLAN, { id, status: 'review', before: null });
      const undone = moved(after, back ?? { id, status: 'idea', before: null });
      expect(ids(undone, 'idea')).toEqual(['a', 'b', 'c']);
      expect(ids(undone, 'writing')).toEqual(['d']);
    }
  });
});

describe('a step of the keyboard', () => {
  const after = (id: string, direction: 'up' | 'down' | 'left' | 'right') => {
    const step = stepped(PLAN, id, direction);
    return step && moved(PLAN, step);
  };

  it('goes up and down within the column', () => {
    expect(ids(after('b', 'up') ?? [], 'idea')).toEqual(['b', 'a', 'c']);
    expect(ids(after('b', 'down') ?? [], 'idea')).toEqual(['a', 'c', 'b']);
    expect(ids(after('a', 'down') ?? [], 'idea')).toEqual(['b', 'a', 'c']);
  });

  it('goes to the next column', () => {
    expect(ids(after('b', 'right') ?? [], 'writing')).toEqual(['d', 'b']);
    expect(ids(after('d', 'left') ?? [], 'idea')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('stops at the edge', () => {
    expect(after('a', 'up')).toBeUndefined();
    expect(after('c', 'down')).toBeUndefined();
    expect(after('a', 'left')).toBeUndefined();
    expect(stepped([entry('z', 'published', 1)], 'z', 'right')).toBeUndefined();
  });
});
