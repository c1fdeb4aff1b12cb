import { useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { FieldEntity, Words } from './model';

export const RULES = ['usual', 'source', 'newest', 'oldest', 'longest'] as const;
export type Rule = (typeof RULES)[number];

export interface SurvivorshipRun {
  id: string;
  state: 'running' | 'done' | 'cancelled';
  total: number;
  done: number;
  changed: number;
  startedAt: string;
  endedAt?: string | null;
  startedBy: string;
}

export interface SurvivorshipSettings {
  fields: { field: string; entity: FieldEntity; label: Words; rule: Rule }[];
  sources: string[];
  run?: SurvivorshipRun | null;
}

export interface SurvivorshipPreview {
  people: number;
  looked: number;
  changed: number;
  companiesLooked: number;
  companiesChanged: number;
  byField: Record<string, number>;
  examples: { name?: string | null; leadId?: string | null; field: string; before: string; after: string }[];
}

export interface Wanted {
  rules: Record<string, Rule>;
  sources: string[];
}

const KEY = '/survivorship';

/** Asked again while people are folded anew. */
export function useSurvivorship() {
  return useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => api.get<SurvivorshipSettings>(KEY, {}, signal),
    refetchInterval: (query) => (query.state.data?.run?.state === 'running' ? 1_000 : false),
  });
}

export const previewRules = (wanted: Wanted) => api.post<SurvivorshipPreview>(`${KEY}/preview`, wanted);

export async function changeRules(wanted: Wanted): Promise<void> {
  queryClient.setQueryData([KEY], await api.put<SurvivorshipSettings>(KEY, wanted));
}

export async function stopRun(): Promise<void> {
  queryClient.setQueryData([KEY], await api.post<SurvivorshipSettings>(`${KEY}/cancel`));
}
