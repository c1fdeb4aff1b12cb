import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { BudgetActual, Spend, SpendDraft } from './model';

/** Spend shows in many places: lists, channel sums, campaign sums, plan against actual, reports. */
const refresh = () =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey: [first] }) =>
      typeof first === 'string' && ['/spend', '/budgets', '/channels', '/campaigns', '/reports'].some((path) => first.startsWith(path)),
  });

export function useSaveSpend() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string; draft: SpendDraft }) =>
      id ? api.patch<Spend>(`/spend/${id}`, draft) : api.post<Spend>('/spend', draft),
    onSuccess: refresh,
  });
}

export function useDeleteSpend() {
  return useMutation({ mutationFn: (id: string) => api.del(`/spend/${id}`), onSuccess: refresh });
}

export function useBudgets(year: number) {
  return useQuery({
    queryKey: ['/budgets', year],
    queryFn: ({ signal }) => api.get<BudgetActual[]>('/budgets/actual', { year }, signal),
  });
}

export function useSetBudget() {
  return useMutation({
    mutationFn: (budget: { month: string; channelId: string | null; amountFen: number }) => api.put<void>('/budgets', budget),
    onSuccess: refresh,
  });
}

/** What a deleted row is written back from. */
export function draftOf(row: Spend): SpendDraft {
  const { dayFrom, dayTo, channelId, campaignId, plan, unit, keyword, amountFen, impressions, clicks, note } = row;
  return { dayFrom, dayTo, channelId, campaignId, plan, unit, keyword, amountFen, impressions, clicks, note };
}
