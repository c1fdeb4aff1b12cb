import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Page } from '../common/model';
import type { Campaign, CampaignDraft } from './model';

/** Enough for a choice box; people type to find the rest. */
export function useCampaignOptions(q = '') {
  return useQuery({
    queryKey: ['/campaigns', 'options', q],
    queryFn: async ({ signal }) => (await api.get<Page<Campaign>>('/campaigns', { q, limit: 200 }, signal)).items,
    staleTime: 60_000,
  });
}

export function useSaveCampaign() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string; draft: Partial<CampaignDraft> }) =>
      id ? api.patch<Campaign>(`/campaigns/${id}`, draft) : api.post<Campaign>('/campaigns', draft),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['/campaigns'] }),
  });
}
