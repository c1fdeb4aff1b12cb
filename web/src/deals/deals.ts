import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { refreshLeads } from '../leads/leads';
import type { Opportunity } from '../leads/model';
import type { DealDraft, DealMoves } from './model';

interface ChangedDeal {
  opportunity: Opportunity;
  undo: string;
}

/** A new opportunity of a lead, or all of one that is there. */
export function useSaveDeal() {
  return useMutation({
    mutationFn: ({ leadId, id, draft }: { leadId: string; id?: string; draft: DealDraft }) =>
      id ? api.put<ChangedDeal>(`/deals/${id}`, draft) : api.post<ChangedDeal>(`/leads/${leadId}/deals`, draft),
    onSuccess: refreshLeads,
  });
}

export function useRemoveDeal() {
  return useMutation({ mutationFn: (id: string) => api.del<{ undo: string }>(`/deals/${id}`), onSuccess: refreshLeads });
}

export async function undoDeal(id: string, undo: string): Promise<void> {
  await api.post(`/deals/${id}/undo`, { undo });
  await refreshLeads();
}

/** What people of the company did since the opportunity was opened, whoever's leads they are. */
export function useDealMoves(id: string) {
  return useQuery({ queryKey: [`/deals/${id}/moves`], queryFn: ({ signal }) => api.get<DealMoves>(`/deals/${id}/moves`, {}, signal) });
}
