import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import { refreshLeads } from '../leads/leads';
import type { Definition, Learned, LeadScore, ModelLine, Simulation } from './model';

const MODELS = '/scoring/models';
const SIMULATIONS = '/scoring/simulations';
const PROGRESS = '/scoring/progress';

const modelKey = (line: string) => [MODELS, line];

export function useModel(line: string) {
  return useQuery({ queryKey: modelKey(line), queryFn: ({ signal }) => api.get<ModelLine>(MODELS, { line }, signal) });
}

const refreshModels = () => queryClient.invalidateQueries({ queryKey: [MODELS] });

/** Keeps the draft, changed from what it says by now; whoever was faster is told by the refusal. */
export function useChangeDraft(line: string) {
  return useMutation({
    mutationFn: async (change: (before: Definition) => Definition) => {
      const now = queryClient.getQueryData<ModelLine>(modelKey(line));
      if (!now) throw new Error('nothing to change yet');
      const definition = change(now.draft?.definition ?? now.active.definition);
      return api.put<NonNullable<ModelLine['draft']>>('/scoring/draft', { line, revision: now.draft?.revision ?? 0, definition });
    },
    onSuccess: (draft) => queryClient.setQueryData<ModelLine>(modelKey(line), (before) => before && { ...before, draft }),
    onError: refreshModels,
  });
}

export async function discardDraft(line: string): Promise<void> {
  await api.del(`/scoring/draft?line=${encodeURIComponent(line)}`);
  await refreshModels();
}

/** After a publication every lead is looked at again; lists and records follow. */
async function published(): Promise<void> {
  await Promise.all([refreshModels(), queryClient.invalidateQueries({ queryKey: [PROGRESS] })]);
}

export function usePublish(line: string) {
  return useMutation({
    mutationFn: ({ revision, note }: { revision: number; note: string }) =>
      api.post<{ version: number }>('/scoring/publish', { line, revision, note }),
    onSettled: published,
  });
}

export function useActivate(line: string) {
  return useMutation({ mutationFn: (version: number) => api.post<undefined>('/scoring/activate', { line, version }), onSettled: published });
}

/** How much is still to be looked at; when it comes to rest, what was shown is asked for anew. */
export function useProgress() {
  return useQuery({
    queryKey: [PROGRESS],
    queryFn: async ({ signal }) => {
      const before = queryClient.getQueryData<number>([PROGRESS]) ?? 0;
      const { waiting } = await api.get<{ waiting: number }>(PROGRESS, {}, signal);
      if (before > 0 && waiting === 0) void refreshLeads();
      return waiting;
    },
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data ? 1_000 : 10_000),
  });
}

export function useSimulation(line: string) {
  return useQuery({
    queryKey: [SIMULATIONS, line],
    queryFn: async ({ signal }) => (await api.get<Simulation[]>(SIMULATIONS, { line }, signal))[0] ?? null,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 700 : false),
  });
}

const refreshSimulation = () => queryClient.invalidateQueries({ queryKey: [SIMULATIONS] });

export function useSimulate(line: string) {
  return useMutation({ mutationFn: () => api.post<Simulation>(SIMULATIONS, { line }), onSettled: refreshSimulation });
}

export async function cancelSimulation(id: string): Promise<void> {
  await api.post(`${SIMULATIONS}/${id}/cancel`);
  await refreshSimulation();
}

const FRESH = 15_000;

/** The score of a lead with its reasons; asked anew now and then, as people go on reading. */
export function useLeadScore(id: string, enabled = true) {
  return useQuery({
    queryKey: [`/leads/${id}/score`],
    queryFn: ({ signal }) => api.get<LeadScore>(`/leads/${id}/score`, {}, signal),
    refetchInterval: FRESH,
    enabled,
  });
}

const LEARNED = '/scoring/learned';

/** Trainings on our own wins, the latest first. */
export function useLearned() {
  return useQuery({
    queryKey: [LEARNED],
    queryFn: ({ signal }) => api.get<Learned[]>(LEARNED, {}, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.[0]?.state === 'running' ? 1_000 : false),
  });
}

export type LearnedDeed = { do: 'train' } | { do: 'unapply' } | { do: 'cancel' | 'apply'; version: number };

export function useLearnedDeed() {
  return useMutation({
    mutationFn: (deed: LearnedDeed): Promise<unknown> => {
      if (deed.do === 'train') return api.post(LEARNED);
      if (deed.do === 'unapply') return api.del(`${LEARNED}/applied`);
      return api.post(`${LEARNED}/${deed.version}/${deed.do}`);
    },
    onSettled: () => Promise.all([queryClient.invalidateQueries({ queryKey: [LEARNED] }), queryClient.invalidateQueries({ queryKey: [PROGRESS] })]),
  });
}
