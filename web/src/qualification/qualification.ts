import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Bant, DefinitionDraft, MqlDefinition, Standing } from './model';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['/mql-definitions'] });

export function useDefinitions() {
  return useQuery({
    queryKey: ['/mql-definitions'],
    queryFn: ({ signal }) => api.get<MqlDefinition[]>('/mql-definitions', {}, signal),
  });
}

export function useSaveDefinition() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string | undefined; draft: DefinitionDraft }) =>
      id ? api.put<MqlDefinition>(`/mql-definitions/${id}`, draft) : api.post<MqlDefinition>('/mql-definitions', draft),
    onSettled: refresh,
  });
}

export const signDefinition = (id: string) => api.post<MqlDefinition>(`/mql-definitions/${id}/sign`).finally(refresh);
export const unsignDefinition = (id: string) => api.post<MqlDefinition>(`/mql-definitions/${id}/unsign`).finally(refresh);
export const discardDefinition = (id: string) => api.del(`/mql-definitions/${id}`).finally(refresh);

export function useStanding(lead: string) {
  return useQuery({
    queryKey: ['/leads', lead, 'qualification'],
    queryFn: ({ signal }) => api.get<Standing>(`/leads/${lead}/qualification`, {}, signal),
  });
}

export function useAnswer(lead: string) {
  return useMutation({
    mutationFn: (bant: Bant) => api.put<Standing>(`/leads/${lead}/bant`, bant),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['/leads', lead, 'qualification'] }),
  });
}
