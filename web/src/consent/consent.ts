import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Page } from '../common/model';
import { refreshLeads } from '../leads/leads';
import type { ConsentEntry, Erasure, ErasurePreview, Purpose, PurposeDraft, Standing, SuppressDraft, Suppressed, Suppression, Word } from './model';

const PURPOSES = '/consent/purposes';
const SUPPRESSIONS = '/suppressions';
const ERASURES = '/erasures';
const AT_ONCE = 50;

const standing = (lead: string) => `/leads/${lead}/consent`;
const again = (path: string) => queryClient.invalidateQueries({ queryKey: [path] });

export function usePurposes() {
  return useQuery({ queryKey: [PURPOSES], queryFn: ({ signal }) => api.get<Purpose[]>(PURPOSES, {}, signal) });
}

export function useSavePurpose() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string | undefined; draft: PurposeDraft }) =>
      id ? api.put<Purpose>(`${PURPOSES}/${id}`, draft) : api.post<Purpose>(PURPOSES, draft),
    onSuccess: () => again(PURPOSES),
  });
}

export function useStanding(lead: string) {
  return useQuery({ queryKey: [standing(lead)], queryFn: ({ signal }) => api.get<Standing>(standing(lead), {}, signal) });
}

export function useConsentHistory(lead: string, wanted: boolean) {
  return useQuery({
    queryKey: [standing(lead), 'history'],
    queryFn: ({ signal }) => api.get<ConsentEntry[]>(`${standing(lead)}/history`, {}, signal),
    enabled: wanted,
  });
}

export function useSay(lead: string) {
  return useMutation({ mutationFn: (word: Word) => api.post(standing(lead), word), onSuccess: () => again(standing(lead)) });
}

export interface SuppressionFilter {
  q?: string | undefined;
  means?: string | undefined;
  reason?: string | undefined;
}

export function useSuppressions(filter: SuppressionFilter) {
  return useInfiniteQuery({
    queryKey: [SUPPRESSIONS, filter],
    queryFn: ({ pageParam, signal }) => api.get<Page<Suppression>>(SUPPRESSIONS, { ...filter, cursor: pageParam, limit: AT_ONCE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function useSuppress() {
  return useMutation({ mutationFn: (draft: SuppressDraft) => api.post<Suppressed>(SUPPRESSIONS, draft), onSuccess: () => again(SUPPRESSIONS) });
}

export function useUnsuppress() {
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => api.post(`${SUPPRESSIONS}/${id}/remove`, { reason }),
    onSuccess: () => again(SUPPRESSIONS),
  });
}

export function useErasures(wanted: boolean) {
  return useQuery({ queryKey: [ERASURES], queryFn: ({ signal }) => api.get<Erasure[]>(ERASURES, {}, signal), enabled: wanted });
}

/** Counted anew each time: what would go may have changed. */
export function useErasurePreview(lead: string, wanted: boolean) {
  return useQuery({
    // Not below the leads, which are asked anew once there is nobody left to erase.
    queryKey: ['/erasure-preview', lead],
    queryFn: ({ signal }) => api.get<ErasurePreview>(`/leads/${lead}/erasure`, {}, signal),
    enabled: wanted,
    gcTime: 0,
    retry: false,
  });
}

export function useErase(lead: string) {
  return useMutation({
    mutationFn: (said: { typed: string; reason: string }) => api.post<Erasure>(`/leads/${lead}/erasure`, said),
    onSuccess: async () => {
      await Promise.all([again(ERASURES), again(standing(lead)), again(SUPPRESSIONS), refreshLeads()]);
    },
  });
}
