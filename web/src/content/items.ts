import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, upload } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Page } from '../common/model';
import type { FunnelReport } from '../reports/model';
import { useCan } from '../workspace/session';
import type { Item, ItemDraft, Outcome, StoredFile } from './model';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['/content'] });

export function useItem(id: string | undefined) {
  return useQuery({
    queryKey: ['/content', id],
    queryFn: ({ signal }) => api.get<Item>(`/content/${id}`, {}, signal),
    enabled: id !== undefined,
    // An editor is filled once; somebody else's save is told when this one is saved.
    staleTime: Infinity,
    gcTime: 0,
  });
}

export function useItemOptions(q = '') {
  return useQuery({
    queryKey: ['/content', 'options', q],
    queryFn: async ({ signal }) => (await api.get<Page<Item>>('/content', { q, limit: 200 }, signal)).items,
    staleTime: 30_000,
  });
}

export function useTags() {
  return useQuery({
    queryKey: ['/content', 'tags'],
    queryFn: ({ signal }) => api.get<string[]>('/content/tags', {}, signal),
    staleTime: 60_000,
  });
}

export function useStoredFile(sha256: string | null | undefined) {
  return useQuery({
    queryKey: ['/content', 'files', sha256],
    queryFn: ({ signal }) => api.get<StoredFile>(`/content/files/${sha256}`, {}, signal),
    enabled: Boolean(sha256),
    staleTime: Infinity,
  });
}

export function useSaveItem() {
  return useMutation({
    mutationFn: ({ id, version, draft }: { id?: string; version?: number; draft: ItemDraft }) =>
      id ? api.put<Item>(`/content/${id}`, { ...draft, version }) : api.post<Item>('/content', draft),
    onSuccess: refresh,
  });
}

export type ItemStep = 'publish' | 'withdraw' | 'archive';

export function useItemStep() {
  return useMutation({
    mutationFn: ({ id, step }: { id: string; step: ItemStep }) => api.post<Item>(`/content/${id}/${step}`),
    onSuccess: refresh,
  });
}

export function useDeleteItem() {
  return useMutation({ mutationFn: (id: string) => api.del(`/content/${id}`), onSuccess: refresh });
}

export function uploadFile(file: Blob, name: string, onProgress?: (share: number) => void): Promise<StoredFile> {
  const form = new FormData();
  form.append('file', file, name);
  return upload<StoredFile>('/content/files', form, onProgress);
}

/** What items or departments brought over all time; nothing is asked for whom reports are closed. */
export function useBrought(by: 'item' | 'department') {
  const enabled = useCan()('reports.read');
  return useQuery({
    queryKey: ['/reports/funnel', { by, basis: 'cohort' }],
    queryFn: ({ signal }) => api.get<FunnelReport>('/reports/funnel', { by, basis: 'cohort' }, signal),
    enabled,
  });
}

/** What came of each item over all time, under whatever titles; undefined while unknown or for whom reports are closed. */
export function useContentOutcomes(): (item: Pick<Item, 'id'> | undefined) => Outcome | undefined {
  const { data } = useBrought('item');
  return useMemo(() => {
    const rows = new Map<string, Outcome>(data?.rows.map((row) => [row.key, { ...row.counts, revenueFen: row.revenueFen }]));
    return (item) => {
      if (!data || !item) return undefined;
      return rows.get(item.id) ?? { revenueFen: 0 };
    };
  }, [data]);
}
