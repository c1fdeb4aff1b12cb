import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import { refreshAll } from './imports';
import type { OpenQuestions } from './model';

const pathOf = (id: string) => `/imports/${id}/questions`;

export function useQuestions(id: string, enabled = true) {
  return useQuery({
    queryKey: [pathOf(id)],
    queryFn: ({ signal }) => api.get<OpenQuestions>(pathOf(id), {}, signal),
    staleTime: 0,
    enabled,
  });
}

/** One answer. Whoever was faster is named by the refusal, and the row goes either way. */
export function useAnswer(id: string) {
  return useMutation({
    mutationFn: ({ question, decision }: { question: string; decision: string }) => api.post<unknown>(`${pathOf(id)}/${question}`, { decision }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [pathOf(id)] }),
  });
}

/** One answer for all of a case; the server takes some thousands at a time. */
export function useAnswerAll(id: string) {
  return useMutation({
    mutationFn: async ({ met, decision }: { met: string; decision: string }) => {
      let all = 0;
      for (;;) {
        const { decided } = await api.post<{ decided: number }>(pathOf(id), { met, decision });
        all += decided;
        if (decided === 0) return all;
      }
    },
    onSettled: () => refreshAll(),
  });
}
