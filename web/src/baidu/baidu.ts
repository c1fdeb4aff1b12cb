import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';

export const LEVELS = ['keyword', 'unit', 'plan'] as const;
export type Level = (typeof LEVELS)[number];

export type FetchStatus = 'waiting' | 'running' | 'done' | 'partial' | 'failed' | 'cancelled';

export interface Fetch {
  id: string;
  accountId: string;
  /** By itself, every day; else somebody asked. */
  scheduled: boolean;
  from: string;
  to: string;
  status: FetchStatus;
  daysDone: number;
  days: number;
  failedDays: { day: string; trouble: string }[];
  linesNew: number;
  linesChanged: number;
  linesSame: number;
  amountFen: number;
  otherLevelDays: number;
  trouble?: string | null;
  /** What to do about the trouble. */
  advice?: string | null;
  /** Baidu's own number and words. */
  code?: string | null;
  message?: string | null;
  notBefore: string;
  askedBy: string;
  createdAt: string;
  finishedAt?: string | null;
}

export interface Account {
  id: string;
  userName: string;
  tokenHint: string;
  channelId: string;
  level: Level;
  enabled: boolean;
  fetchHour: number;
  fetchedUntil?: string | null;
  lastFetch?: Fetch | null;
}

export interface AccountDraft {
  userName: string;
  token?: string;
  channelId: string;
  level: Level;
  enabled: boolean;
  fetchHour: number;
}

export interface AccountTest {
  works: boolean;
  lines?: number | null;
  trouble?: string | null;
  advice?: string | null;
  code?: string | null;
  message?: string | null;
}

export const isOpen = (fetch: Fetch | null | undefined) => fetch?.status === 'waiting' || fetch?.status === 'running';

const refresh = () => queryClient.invalidateQueries({ predicate: ({ queryKey: [first] }) => typeof first === 'string' && first.startsWith('/baidu') });

/** While something is being fetched its progress is asked for. */
export function useAccounts() {
  return useQuery({
    queryKey: ['/baidu/accounts'],
    queryFn: ({ signal }) => api.get<Account[]>('/baidu/accounts', {}, signal),
    refetchInterval: (query) => (query.state.data?.some((account) => isOpen(account.lastFetch)) ? 2_000 : false),
  });
}

export function useFetches(accountId: string | null) {
  return useQuery({
    queryKey: ['/baidu/fetches', accountId],
    queryFn: ({ signal }) => api.get<Fetch[]>(`/baidu/accounts/${accountId}/fetches`, {}, signal),
    enabled: accountId !== null,
    refetchInterval: (query) => (query.state.data?.some(isOpen) ? 2_000 : false),
  });
}

export function useSaveAccount() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string; draft: Partial<AccountDraft> }) =>
      id ? api.patch<Account>(`/baidu/accounts/${id}`, draft) : api.post<Account>('/baidu/accounts', draft),
    onSuccess: refresh,
  });
}

export function useRemoveAccount() {
  return useMutation({ mutationFn: (id: string) => api.del(`/baidu/accounts/${id}`), onSuccess: refresh });
}

export function useTestAccount() {
  return useMutation({ mutationFn: (id: string) => api.post<AccountTest>(`/baidu/accounts/${id}/test`) });
}

export function useStartFetch(accountId: string) {
  return useMutation({
    mutationFn: (days: { from: string; to: string }) => api.post<Fetch>(`/baidu/accounts/${accountId}/fetches`, days),
    onSuccess: refresh,
  });
}

export function useCancelFetch() {
  return useMutation({ mutationFn: (id: string) => api.post<Fetch>(`/baidu/fetches/${id}/cancel`), onSuccess: refresh });
}
