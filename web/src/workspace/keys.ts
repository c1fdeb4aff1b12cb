import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Role } from '../common/model';
import type { ApiKey, CreatedApiKey } from './model';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['/keys'] });

export function useKeysList() {
  return useQuery({ queryKey: ['/keys'], queryFn: ({ signal }) => api.get<ApiKey[]>('/keys', {}, signal) });
}

export interface KeyDraft {
  name: string;
  role: Role;
  expiresAt?: string;
}

export function useCreateKey() {
  return useMutation({ mutationFn: (draft: KeyDraft) => api.post<CreatedApiKey>('/keys', draft), onSuccess: refresh });
}

export function useRevokeKey() {
  return useMutation({ mutationFn: (id: string) => api.del(`/keys/${id}`), onSuccess: refresh });
}

export type KeyState = 'valid' | 'expired' | 'revoked';

export function keyState(key: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: number = Date.now()): KeyState {
  if (key.revokedAt) return 'revoked';
  return key.expiresAt && Date.parse(key.expiresAt) <= now ? 'expired' : 'valid';
}
