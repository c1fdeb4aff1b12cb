import { describe, expect, it } from 'vitest';
import { channelLines, channelOptions, channelPath, channelTree, descendants } from './channels';
import type { Channel } from './model';

const channel = (id: string, parentId?: string, archived = false): Channel => ({
  id, name: id.toUpperCase(), frame: 'digital', sourceClass: 'marketing', archived, spendFen: 100,
  ...(parentId ? { parentId } : {}),
});

describe('channel tree', () => {
  const flat = [channel('sem'), channel('baidu', 'sem'), channel('old', 'sem', true), channel('orphan', 'gone')];

  it('hangs children under their parents and keeps orphans visible', () => {
    const tree = channelTree(flat);
    expect(tree.map((node) => node.id)).toEqual(['sem', 'orphan']);
    expect(tree[0]?.children.map((node) => node.id)).toEqual(['baidu', 'old']);
  });

  it('does not offer to open a channel that has nothing to show below', () => {
    const [sem, orphan] = channelLines(channelTree(flat), false, () => 3);
    expect(sem?.children?.map((line) => line.id)).toEqual(['baidu']);
    expect(orphan && 'children' in orphan).toBe(false);
  });

  it('counts what is below, archived channels too', () => {
    const [sem] = channelLines(channelTree(flat), false, (id) => (id === 'old' ? 5 : 1));
    expect([sem?.leads, sem?.spendFen]).toEqual([7, 300]);
    expect(channelLines(channelTree(flat), false, () => undefined)[0]?.leads).toBeUndefined();
  });

  it('knows where a channel may not be moved to', () => expect(descendants(flat, 'sem')).toEqual(['sem', 'baidu', 'old']));

  it('names the whole way', () => expect(channelPath(flat, 'baidu')).toBe('SEM / BAIDU'));

  it('offers no archived channel except the one at hand', () => {
    const values = (keep?: string) => channelOptions(channelTree(flat), keep)[0]?.children?.map((o) => o.value);
    expect(values()).toEqual(['baidu']);
    expect(values('old')).toEqual(['baidu', 'old']);
  });
});
