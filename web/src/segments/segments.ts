import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { LeadRow } from '../leads/model';
import type { Condition, Reasons } from '../rules/model';
import type { InSegment, Segment, SegmentDraft } from './model';

const refresh = () =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey: [first] }) => typeof first === 'string' && (first.startsWith('/segments') || first.startsWith('/leads')),
  });

const SOON = 1_000;

export function useSegments(enabled = true) {
  return useQuery({
    queryKey: ['/segments'],
    queryFn: ({ signal }) => api.get<Segment[]>('/segments', {}, signal),
    // Members are being gathered: the count will be another in a moment.
    refetchInterval: ({ state }) => (state.data?.some(({ gathering, broken }) => gathering && !broken) ? SOON : false),
    enabled,
  });
}

export function useSegment(id: string | undefined) {
  return useQuery({
    queryKey: ['/segments', id],
    queryFn: ({ signal }) => api.get<Segment>(`/segments/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.gathering && !state.data.broken ? SOON : false),
    enabled: id !== undefined,
  });
}

export function useSaveSegment() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string | undefined; draft: SegmentDraft }) =>
      id ? api.put<Segment>(`/segments/${id}`, draft) : api.post<Segment>('/segments', draft),
    onSuccess: refresh,
  });
}

export const archiveSegment = (id: string) => api.del(`/segments/${id}`).finally(refresh);
export const restoreSegment = (id: string) => api.post(`/segments/${id}/restore`).finally(refresh);

/** What a rule that is being written would give. */
export function useTrial(rule: Condition | null) {
  return useQuery({
    queryKey: ['/segments/try', JSON.stringify(rule)],
    queryFn: () => api.post<{ leads: number; some: LeadRow[] }>('/segments/try', { rule }),
    enabled: rule !== null,
    retry: false,
    placeholderData: (before) => before,
  });
}

export interface Moved {
  leads: number;
  ids: string[];
}

export type Chosen = { ids: string[] } | { filter: Record<string, string> };

export const putIntoSegment = (id: string, chosen: Chosen) => api.post<Moved>(`/segments/${id}/leads`, chosen).finally(refresh);
export const takeFromSegment = (id: string, ids: string[]) => api.post<Moved>(`/segments/${id}/leads/remove`, { ids }).finally(refresh);

export function useSegmentsOf(lead: string) {
  return useQuery({
    queryKey: ['/leads', lead, 'segments'],
    queryFn: ({ signal }) => api.get<InSegment[]>(`/leads/${lead}/segments`, {}, signal),
  });
}

export function useSegmentReasons(id: string, lead: string, enabled: boolean) {
  return useQuery({
    queryKey: ['/segments', id, 'reasons', lead],
    queryFn: ({ signal }) => api.get<Reasons>(`/segments/${id}/leads/${lead}/reasons`, {}, signal),
    enabled,
  });
}
