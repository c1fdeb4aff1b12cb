import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';

export interface Task {
  id: string;
  kind: 'contact' | 'customer' | 'opportunity';
  memberId: string;
  member?: string | null;
  /** Null once the lead went with its list. */
  leadId?: string | null;
  leadVisible: boolean;
  about: string;
  company?: string | null;
  title?: string | null;
  phone?: string | null;
  email?: string | null;
  campaignId?: string | null;
  campaign?: string | null;
  notes?: string | null;
  dueAt: string;
  state: 'open' | 'done' | 'cancelled';
  outcome?: string | null;
  createdAt: string;
  closedAt?: string | null;
  closedBy?: string | null;
}

const POLL = 60_000;

const refresh = () => queryClient.invalidateQueries({ predicate: ({ queryKey: [first] }) => typeof first === 'string' && first.startsWith('/tasks') });

/** What waits for the person who looks, for the menu. */
export function useWaitingTasks(enabled: boolean) {
  return useQuery({
    queryKey: ['/tasks/count'],
    queryFn: ({ signal }) => api.get<{ open: number; overdue: number }>('/tasks/count', {}, signal),
    refetchInterval: POLL,
    enabled,
  });
}

export type Closing = 'done' | 'cancel';

export function useCloseTask() {
  return useMutation({
    mutationFn: ({ id, as, outcome }: { id: string; as: Closing; outcome: string }) => api.post<Task>(`/tasks/${id}/${as}`, { outcome }),
    onSettled: refresh,
  });
}

export function reopenTask(id: string): Promise<unknown> {
  return api.post<Task>(`/tasks/${id}/reopen`).finally(refresh);
}

export function useGiveTask() {
  return useMutation({
    mutationFn: ({ id, member }: { id: string; member: string }) => api.post<Task>(`/tasks/${id}/give`, { member }),
    onSettled: refresh,
  });
}
