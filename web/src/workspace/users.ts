import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Department, User, UserDraft, UserOption } from './model';

const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['/users'] }),
    queryClient.invalidateQueries({ queryKey: ['/departments'] }),
  ]);

export function useUsers() {
  return useQuery({
    queryKey: ['/users', 'list'],
    // Chinese names in the order of their sounds, as a list of people is read.
    queryFn: async ({ signal }) => (await api.get<{ items: User[] }>('/users', {}, signal)).items.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
  });
}

/** Names for owner and SDR filters; open to everybody signed in. */
export function useUserOptions() {
  return useQuery({
    queryKey: ['/users', 'options'],
    queryFn: ({ signal }) => api.get<UserOption[]>('/users/options', {}, signal),
    staleTime: 300_000,
  });
}

export function useSaveUser() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string; draft: UserDraft }) =>
      id ? api.patch<User>(`/users/${id}`, draft) : api.post<User>('/users', draft),
    onSuccess: refresh,
  });
}

export function useDepartments(enabled = true) {
  return useQuery({
    queryKey: ['/departments'],
    queryFn: ({ signal }) => api.get<Department[]>('/departments', {}, signal),
    enabled,
  });
}

export function useSaveDepartment() {
  return useMutation({
    mutationFn: ({ id, ...draft }: { id?: string; name: string; parentId?: string | null }) =>
      id ? api.patch<Department>(`/departments/${id}`, draft) : api.post<Department>('/departments', draft),
    onSuccess: refresh,
  });
}

export function useDeleteDepartment() {
  return useMutation({ mutationFn: (id: string) => api.del(`/departments/${id}`), onSuccess: refresh });
}
