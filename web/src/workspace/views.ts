import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { SavedView } from './model';

export function useViews(page: string) {
  return useQuery({
    queryKey: ['/views', page],
    queryFn: ({ signal }) => api.get<SavedView[]>('/views', { page }, signal),
  });
}

const refresh = () => queryClient.invalidateQueries({ queryKey: ['/views'] });

export function useSaveView() {
  return useMutation({
    mutationFn: (view: Pick<SavedView, 'page' | 'name' | 'filter' | 'shared'>) => api.post<SavedView>('/views', view),
    onSuccess: refresh,
  });
}

export function useDeleteView() {
  return useMutation({ mutationFn: (id: string) => api.del(`/views/${id}`), onSuccess: refresh });
}
