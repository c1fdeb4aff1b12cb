import { describe, expect, it } from 'vitest';
import { type Deed, found, overlaid, sendAll, store, stored, tokenOf, without } from './doorQueue';
import type { DoorLine } from './model';

const line = (id: string, name: string, more: Partial<DoorLine> = {}): DoorLine => ({
  id, token: `token-${id}`, name, company: '云帆科技', phoneEnd: '8000', status: 'approved', ...more,
});
const checkIn = (id: string, attendeeId: string): Deed => ({ kind: 'checkIn', id, attendeeId, way: 'scan', at: '2026-11-26T06:00:00Z' });

class Memory {
  private readonly kept = new Map<string, string>();
  getItem(key: string) { return this.kept.get(key) ?? null; }
  setItem(key: string, value: string) { this.kept.set(key, value); }
  removeItem(key: string) { this.kept.delete(key); }
}

describe('what was done at the door', () => {
  it('is sent in order, and what comes after a lost net is kept', async () => {
    const sent: string[] = [];
    const queue = [checkIn('1', 'a'), checkIn('2', 'b'), checkIn('3', 'c')];
    const result = await sendAll(queue, async (deed) => {
      if (deed.id === '2') return { kind: 'later' };
      sent.push(deed.id);
      return { kind: 'done' };
    });
    expect(sent).toEqual(['1']);
    expect(result.left.map((deed) => deed.id)).toEqual(['2', '3']);
  });

  it('that the server refuses does not hold up the others', async () => {
    const result = await sendAll([checkIn('1', 'a'), checkIn('2', 'b')], async (deed) =>
      deed.id === '1' ? { kind: 'refused', reason: 'not here' } : { kind: 'done' });
    expect(result.left).toEqual([]);
    expect(result.refused).toMatchObject([{ deed: { id: '1' }, reason: 'not here' }]);
  });

  it('while the others were sent stays in the queue', () => {
    const before = [checkIn('1', 'a'), checkIn('2', 'b')];
    const now = [...before, checkIn('3', 'c')];
    expect(without(now, before, [before[1] as Deed]).map((deed) => deed.id)).toEqual(['2', '3']);
  });

  it('outlives the page, and rubbish on the shelf is nothing', () => {
    const shelf = new Memory();
    store(shelf, 'e', [checkIn('1', 'a')]);
    expect(stored(shelf, 'e')).toHaveLength(1);
    store(shelf, 'e', []);
    expect(stored(shelf, 'e')).toEqual([]);
    shelf.setItem('lw-door:e', '{"kind":1');
    expect(stored(shelf, 'e')).toEqual([]);
    shelf.setItem('lw-door:e', '[{"kind":"rob"},null,3]');
    expect(stored(shelf, 'e')).toEqual([]);
  });

  it('shows at once: in, out again, and new people', () => {
    const lines = [line('a', '王伟'), line('b', '李娜', { checkInId: 'x', checkedInAt: 'then' })];
    const shown = overlaid(lines, [
      checkIn('1', 'a'), checkIn('2', 'b'), { kind: 'undo', id: '3', checkInId: 'x' },
      { kind: 'walkIn', id: '4', name: '张三', phone: '13800138001', at: 'now' },
    ]);
    expect(shown.map((one) => [one.name, one.checkInId ?? null])).toEqual([['王伟', '1'], ['李娜', null], ['张三', '4']]);
  });

  it('finds people by name, company and the end of a phone', () => {
    const lines = [line('a', '王伟'), line('b', 'Li Na', { company: 'ACME', phoneEnd: '1234' })];
    expect(found(lines, 'acme').map((one) => one.id)).toEqual(['b']);
    expect(found(lines, '138 0000 1234').map((one) => one.id)).toEqual(['b']);
    expect(found(lines, '王').map((one) => one.id)).toEqual(['a']);
    expect(found(lines, ' ')).toHaveLength(2);
    expect(found(lines, 'nobody')).toEqual([]);
  });

  it('reads codes of personal pages and nothing else', () => {
    const token = 'Abc_-123'.repeat(3);
    expect(tokenOf(`https://go.example.com/p/e/open-day/ticket/${token}`)).toBe(token);
    expect(tokenOf(`http://x/p/e/open-day/ticket/${token}?lang=zh`)).toBe(token);
    expect(tokenOf('https://example.com/')).toBeNull();
    expect(tokenOf('/ticket/short')).toBeNull();
  });
});
