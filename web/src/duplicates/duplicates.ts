import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Page } from '../common/model';
import { refreshLeads } from '../leads/leads';
import type { CheckAnswer, Merged, Pair, Party, PartyDraft } from './model';

const PATH = '/duplicates';
const AT_ONCE = 20;

async function refresh(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: [PATH] }), refreshLeads()]);
}

/** The likeliest pairs; as they are decided, the next ones follow. */
export function useDuplicates() {
  return useQuery({
    queryKey: [PATH],
    queryFn: ({ signal }) => api.get<Page<Pair>>(PATH, { limit: AT_ONCE }, signal),
    staleTime: 0,
  });
}

/** Whoever was faster is named by the refusal, and the pair goes either way. */
export function useDecide() {
  return useMutation({
    mutationFn: ({ pair, same }: { pair: Pair; same: boolean }) => api.post<{ merge?: string | null }>(`${PATH}/${pair.id}`, { same }),
    onSettled: refresh,
  });
}

export async function askAgain(pair: string): Promise<void> {
  await api.post(`${PATH}/${pair}/undo`, {});
  await refresh();
}

/** How many people the search of the whole pool has still to look at; the queue grows meanwhile. */
export function useSearching() {
  return useQuery({
    queryKey: [`${PATH}/search`],
    queryFn: async ({ signal }) => {
      const { left } = await api.get<{ left: number }>(`${PATH}/search`, {}, signal);
      if (left > 0) void queryClient.invalidateQueries({ queryKey: [PATH] });
      return left;
    },
    refetchInterval: ({ state }) => (state.data ? 2_000 : false),
  });
}

export async function search(start: boolean): Promise<void> {
  await (start ? api.post(`${PATH}/search`, {}) : api.del(`${PATH}/search`));
  await queryClient.invalidateQueries({ queryKey: [`${PATH}/search`] });
}

/** How many pairs of the queue are certain; a search puts them there rather than merge unasked. */
export function useCertain() {
  return useQuery({
    queryKey: [PATH, 'certain'],
    queryFn: async ({ signal }) => (await api.get<{ count: number }>(`${PATH}/certain`, {}, signal)).count,
    staleTime: 0,
  });
}

/** Merges all of them, twenty at a time, until there are none or somebody says stop; how many were merged. */
export async function mergeCertain(onProgress: (merged: number) => void, stopped: () => boolean): Promise<number> {
  let merged = 0;
  let after: string | null = null;
  try {
    do {
      const done: { merged: number; after?: string | null } = await api.post(`${PATH}/certain`, { after });
      merged += done.merged;
      after = done.after ?? null;
      onProgress(merged);
    } while (after !== null && !stopped());
  } finally {
    await refresh();
  }
  return merged;
}

export function useMerges(lead: string) {
  return useQuery({
    queryKey: [`/leads/${lead}/merges`],
    queryFn: ({ signal }) => api.get<Merged[]>(`/leads/${lead}/merges`, {}, signal),
  });
}

export function useMerge(lead: string) {
  return useMutation({
    mutationFn: (other: string) => api.post<{ id: string }>(`/leads/${lead}/merges`, { with: other }),
    onSuccess: refresh,
  });
}

export async function unmerge(merge: string): Promise<void> {
  await api.post(`/merges/${merge}/undo`, {});
  await refresh();
}

/** Asked anew each time: between two looks somebody may have taken the lead. */
export function useCheck() {
  return useMutation({ mutationFn: (q: string) => api.post<CheckAnswer[]>('/duplicate-checks', { q }) });
}

const PARTIES = '/known-parties';

export function useParties() {
  return useQuery({ queryKey: [PARTIES], queryFn: ({ signal }) => api.get<Party[]>(PARTIES, {}, signal) });
}

export async function addParty({ kind, what, value, note }: PartyDraft): Promise<void> {
  await api.post(PARTIES, { kind, what, value, note: note ?? null });
  await queryClient.invalidateQueries({ queryKey: [PARTIES] });
}

export async function removeParty(id: string): Promise<void> {
  await api.del(`${PARTIES}/${id}`);
  await queryClient.invalidateQueries({ queryKey: [PARTIES] });
}
