import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Stage } from '../common/model';
import type { Filters } from '../common/urlFilters';
import type { CreatedLead, LeadDraft, LeadFacets, LeadRecord, LeadRow, Opportunity, Portrait, Tag } from './model';

/** A changed lead shows in lists, its record, its company and every report. */
export function refreshLeads(): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [path] }) => typeof path === 'string' && /^\/(leads|companies|reports|tags)/.test(path),
  });
}

export const leadKey = (id: string) => [`/leads/${id}`];

export function useLead(id: string | null) {
  return useQuery({
    queryKey: leadKey(id ?? ''),
    queryFn: ({ signal }) => api.get<LeadRecord>(`/leads/${id ?? ''}`, {}, signal),
    enabled: id !== null,
  });
}

/** Opportunities with their proofs of concept and contracts, of a lead or of a company. */
export function useDeals(owner: `/leads/${string}` | `/companies/${string}`, enabled: boolean) {
  return useQuery({
    queryKey: [`${owner}/deals`],
    queryFn: ({ signal }) => api.get<{ opportunities: Opportunity[] }>(`${owner}/deals`, {}, signal),
    select: (answer) => answer.opportunities,
    enabled,
  });
}

/** What was read, where somebody took part, who is connected. */
export function usePortrait(of: `/leads/${string}` | `/companies/${string}`) {
  return useQuery({
    queryKey: [`${of}/portrait`],
    queryFn: ({ signal }) => api.get<Portrait>(`${of}/portrait`, {}, signal),
  });
}

export function useFacets(enabled = true) {
  return useQuery({
    queryKey: ['/leads/facets'],
    queryFn: ({ signal }) => api.get<LeadFacets>('/leads/facets', {}, signal),
    staleTime: 60_000,
    enabled,
  });
}

export function useTags() {
  return useQuery({
    queryKey: ['/tags'],
    queryFn: ({ signal }) => api.get<Tag[]>('/tags', {}, signal),
    staleTime: 60_000,
  });
}

export function useCreateLead() {
  return useMutation({ mutationFn: (draft: LeadDraft) => api.post<CreatedLead>('/leads', draft), onSuccess: refreshLeads });
}

/** What the row will show once the server has said yes, so that an edit is seen at once. */
export interface LeadEdit {
  draft: LeadDraft;
  shown: Partial<LeadRow>;
}

export function useEditLead(id: string) {
  return useMutation({
    mutationFn: ({ draft }: LeadEdit) => api.patch<{ lead: LeadRow; undo: string }>(`/leads/${id}`, draft),
    onMutate: async ({ shown }: LeadEdit) => {
      await queryClient.cancelQueries({ queryKey: leadKey(id) });
      const before = queryClient.getQueryData<LeadRecord>(leadKey(id));
      if (before) queryClient.setQueryData<LeadRecord>(leadKey(id), { ...before, lead: { ...before.lead, ...shown } });
      return before;
    },
    onError: (_error, _edit, before) => {
      if (before) queryClient.setQueryData(leadKey(id), before);
    },
    onSettled: refreshLeads,
  });
}

/** Shows a value that was told before; what takes it back. */
export async function chooseValue(id: string, field: string, record: string): Promise<string> {
  const { undo } = await api.post<{ undo: string }>(`/leads/${id}/facts/${field}/choose`, { record });
  await refreshLeads();
  return undo;
}

export async function undoEdit(id: string, undo: string): Promise<void> {
  await api.post(`/leads/${id}/undo`, { undo });
  await refreshLeads();
}

export function useMoveStage(id: string) {
  return useMutation({
    mutationFn: (move: { stage: Stage; reason?: string }) => api.post<unknown>(`/leads/${id}/stage`, move),
    onSuccess: refreshLeads,
  });
}

/** The unmasked contact; asking is written to the audit log, so it is never asked for ahead of need. */
export function useReveal(id: string) {
  return useMutation({
    mutationFn: () => api.post<{ phone?: string | null; email?: string | null }>(`/leads/${id}/reveal`),
  });
}

export type TagTarget = { ids: string[] } | { filter: Filters };

export function useTagLeads() {
  return useMutation({
    mutationFn: (change: TagTarget & { add: string[]; remove: string[] }) =>
      api.post<{ changed: number; undo: string }>('/leads/tags', change),
    onSuccess: refreshLeads,
  });
}

export async function undoTags(undo: string): Promise<void> {
  await api.post('/leads/tags/undo', { undo });
  await refreshLeads();
}
