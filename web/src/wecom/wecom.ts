import { useMutation, useQuery } from '@tanstack/react-query';
import { api, upload } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type {
  Bond, Checkup, Code, CodeDraft, Colleague, Connection, ConnectionDraft, ConnectionOption, FollowerMove, WelcomeSaid,
} from './model';

const CONNECTIONS = '/wecom/connections';
const CODES = '/wecom/codes';

const refreshed = (path: string) => () => queryClient.invalidateQueries({ queryKey: [path] });

export function useConnections() {
  return useQuery({ queryKey: [CONNECTIONS], queryFn: ({ signal }) => api.get<Connection[]>(CONNECTIONS, {}, signal) });
}

/** Names only, for whoever makes codes. */
export function useConnectionOptions(enabled = true) {
  return useQuery({
    queryKey: [CONNECTIONS, 'options'],
    queryFn: ({ signal }) => api.get<ConnectionOption[]>(`${CONNECTIONS}/options`, {}, signal),
    enabled,
    staleTime: 60_000,
  });
}

export function useSaveConnection() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string; draft: ConnectionDraft }) =>
      id ? api.put<Connection>(`${CONNECTIONS}/${id}`, draft) : api.post<Connection>(CONNECTIONS, draft),
    onSuccess: refreshed(CONNECTIONS),
  });
}

export function useRemoveConnection() {
  return useMutation({ mutationFn: (id: string) => api.del(`${CONNECTIONS}/${id}`), onSuccess: refreshed(CONNECTIONS) });
}

export function useCheckConnection() {
  return useMutation({
    mutationFn: (id: string) => api.post<Checkup>(`${CONNECTIONS}/${id}/check`),
    onSuccess: refreshed(CONNECTIONS),
  });
}

export function useRetryCallbacks() {
  return useMutation({
    mutationFn: (id: string) => api.post<{ again: number }>(`${CONNECTIONS}/${id}/retry`),
    onSuccess: refreshed(CONNECTIONS),
  });
}

export function useCompareContacts() {
  return useMutation({
    mutationFn: (id: string) => api.post<void>(`${CONNECTIONS}/${id}/catch-up`),
    onSuccess: refreshed(CONNECTIONS),
  });
}

export function useColleagues(connectionId: string | null | undefined) {
  return useQuery({
    queryKey: [CONNECTIONS, connectionId, 'colleagues'],
    queryFn: ({ signal }) => api.get<Colleague[]>(`${CONNECTIONS}/${connectionId}/colleagues`, {}, signal),
    enabled: Boolean(connectionId),
  });
}

export function useRefreshColleagues() {
  return useMutation({
    mutationFn: (connectionId: string) => api.post<Colleague[]>(`${CONNECTIONS}/${connectionId}/colleagues/refresh`),
    onSuccess: refreshed(CONNECTIONS),
  });
}

export function useMatchColleague() {
  return useMutation({
    mutationFn: ({ connectionId, id, memberId }: { connectionId: string; id: string; memberId: string | null }) =>
      api.put<Colleague>(`${CONNECTIONS}/${connectionId}/colleagues/${id}`, { memberId }),
    onSuccess: refreshed(CONNECTIONS),
  });
}

export function useMatchByPhone() {
  return useMutation({
    mutationFn: ({ connectionId, ...body }: { connectionId: string; mobile: string; memberId: string }) =>
      api.post<Colleague>(`${CONNECTIONS}/${connectionId}/colleagues/by-phone`, body),
    onSuccess: refreshed(CONNECTIONS),
  });
}

export function useCode(id: string | null) {
  return useQuery({
    queryKey: [CODES, id],
    queryFn: ({ signal }) => api.get<Code>(`${CODES}/${id}`, {}, signal),
    enabled: id !== null,
  });
}

export function useSaveCode() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string; draft: CodeDraft }) =>
      id ? api.put<Code>(`${CODES}/${id}`, draft) : api.post<Code>(CODES, draft),
    onSuccess: refreshed(CODES),
  });
}

export function useCodeAction() {
  return useMutation({
    mutationFn: ({ id, deed }: { id: string; deed: 'retry' | 'end' }) => api.post<Code>(`${CODES}/${id}/${deed}`),
    onSuccess: refreshed(CODES),
  });
}

export function useWelcomes(id: string | null) {
  return useQuery({
    queryKey: [CODES, id, 'welcomes'],
    queryFn: ({ signal }) => api.get<WelcomeSaid[]>(`${CODES}/${id}/welcomes`, {}, signal),
    enabled: id !== null,
  });
}

export function useUploadPicture() {
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return upload<{ id: string }>('/wecom/pictures', form);
    },
  });
}

export function useFollowerAccounts() {
  return useQuery({
    queryKey: ['/wecom/followers', 'accounts'],
    queryFn: ({ signal }) => api.get<string[]>('/wecom/followers/accounts', {}, signal),
    staleTime: 60_000,
  });
}

export function useFollowerMoves(id: string | null) {
  return useQuery({
    queryKey: ['/wecom/followers', id, 'moves'],
    queryFn: ({ signal }) => api.get<FollowerMove[]>(`/wecom/followers/${id}/moves`, {}, signal),
    enabled: id !== null,
  });
}

export function useBonds(leadId: string) {
  return useQuery({
    queryKey: ['/leads', leadId, 'wecom'],
    queryFn: ({ signal }) => api.get<Bond[]>(`/wecom/leads/${leadId}/contacts`, {}, signal),
  });
}

/** Only the demonstration can do this: somebody scans the code at the stand-in for Tencent. */
export function useSimulateScan() {
  return useMutation({
    mutationFn: (codeId: string) => api.post<void>(`/demo/wecom/codes/${codeId}/scan`),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [CODES] });
      await queryClient.invalidateQueries({ queryKey: ['/leads'] });
    },
  });
}
