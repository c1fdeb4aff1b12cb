import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Channel } from './model';

export function useChannels() {
  return useQuery({
    queryKey: ['/channels'],
    queryFn: ({ signal }) => api.get<Channel[]>('/channels', {}, signal),
    staleTime: 60_000,
  });
}

export type ChannelDraft = Partial<Pick<Channel, 'name' | 'parentId' | 'frame' | 'sourceClass' | 'archived'>>;

export function useSaveChannel() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string; draft: ChannelDraft }) =>
      id ? api.patch<Channel>(`/channels/${id}`, draft) : api.post<Channel>('/channels', draft),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['/channels'] }),
  });
}

export interface ChannelNode extends Channel {
  children: ChannelNode[];
}

/** The flat answer as a tree in the order given; a channel whose parent is out of sight becomes a root. */
export function channelTree(channels: readonly Channel[]): ChannelNode[] {
  const nodes = new Map<string, ChannelNode>(channels.map((channel) => [channel.id, { ...channel, children: [] }]));
  const roots: ChannelNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.parentId ? nodes.get(node.parentId) : undefined;
    (parent ? parent.children : roots).push(node);
  }
  return roots;
}

/** "SEM / 百度" for a channel inside another. */
export function channelPath(channels: readonly Channel[], id: string | null | undefined): string | undefined {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const names: string[] = [];
  let current = id ? byId.get(id) : undefined;
  while (current && names.length < 10) {
    names.unshift(current.name);
    current = current.parentId ? byId.get(current.parentId) : undefined;
  }
  return names.length > 0 ? names.join(' / ') : undefined;
}

export interface ChannelOption {
  value: string;
  title: string;
  children?: ChannelOption[];
}

/** For TreeSelect; archived channels are left out unless one of them is the value at hand. */
export function channelOptions(nodes: readonly ChannelNode[], keep?: string | null): ChannelOption[] {
  return nodes
    .filter((node) => !node.archived || node.id === keep)
    .map((node) => ({ value: node.id, title: node.name, children: channelOptions(node.children, keep) }));
}

/** A row of the tree table: childless rows carry no list, or the table would offer to open them. */
export interface ChannelLine extends Channel {
  /** Undefined while it is not known. */
  leads: number | undefined;
  children?: ChannelLine[];
}

/** Figures of a channel hold all below it, archived ones too: they are what its links open. */
export function channelLines(
  nodes: readonly ChannelNode[],
  withArchived: boolean,
  leadsOf: (id: string) => number | undefined,
): ChannelLine[] {
  return nodes
    .filter((node) => withArchived || !node.archived)
    .map(({ children, ...channel }) => {
      const below = channelLines(children, withArchived, leadsOf);
      const all = channelLines(children, true, leadsOf);
      const own = leadsOf(channel.id);
      const line: ChannelLine = {
        ...channel,
        leads: own === undefined ? undefined : all.reduce((sum, child) => sum + (child.leads ?? 0), own),
        spendFen: all.reduce((sum, child) => sum + child.spendFen, channel.spendFen),
      };
      return below.length > 0 ? { ...line, children: below } : line;
    });
}

/** A channel with all below it: where it may not be moved to. */
export function descendants(channels: readonly Channel[], id: string): string[] {
  return [id, ...channels.filter((channel) => channel.parentId === id).flatMap((channel) => descendants(channels, channel.id))];
}
