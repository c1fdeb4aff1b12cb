import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { DepartmentPlan } from './departmentFigures';
import type { PlanDraft, PlanEntry, PlanStatus } from './model';
import { moved } from './planMoves';

const KEY = ['/content-plan'];
const refresh = () => queryClient.invalidateQueries({ queryKey: KEY });

export function usePlan() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.get<PlanEntry[]>('/content-plan', {}, signal) });
}

/** Below the key of the plan, so that whatever changes it asks anew. */
export function useDepartmentPlans() {
  return useQuery({
    queryKey: [...KEY, 'departments'],
    queryFn: ({ signal }) => api.get<DepartmentPlan[]>('/content-plan/departments', {}, signal),
  });
}

export function useSaveEntry() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string; draft: PlanDraft }) =>
      id ? api.put<PlanEntry>(`/content-plan/${id}`, draft) : api.post<PlanEntry>('/content-plan', draft),
    onSuccess: refresh,
  });
}

export function useDeleteEntry() {
  return useMutation({ mutationFn: (id: string) => api.del(`/content-plan/${id}`), onSuccess: refresh });
}

export interface Move {
  id: string;
  status: PlanStatus;
  /** The card it then stands on top of; null is the foot of the column. */
  before: string | null;
}

/** The card is where it was dropped at once; if the server refuses, it is back. */
export function useMoveEntry() {
  return useMutation({
    mutationFn: ({ id, status, before }: Move) => api.post<PlanEntry>(`/content-plan/${id}/move`, { status, before }),
    onMutate: async (move) => {
      await queryClient.cancelQueries({ queryKey: KEY });
      const was = queryClient.getQueryData<PlanEntry[]>(KEY);
      if (was) queryClient.setQueryData(KEY, moved(was, move));
      return { was };
    },
    onError: (_error, _move, context) => queryClient.setQueryData(KEY, context?.was),
    onSettled: refresh,
  });
}
