import { useMutation, useQuery } from '@tanstack/react-query';
import { api, upload } from '../common/api/client';
import { queryClient, worthRetrying } from '../common/api/queryClient';
import { formatDay } from '../common/format/time';
import type { Page } from '../common/model';
import { type Import, type ImportKind, type ImportKindFields, type ImportMapping, type ImportUndo, type TopRow, WORKING } from './model';

const POLL = 1000;

export const importKey = (id: string) => [`/imports/${id}`];

export function useImport(id: string) {
  return useQuery({
    queryKey: importKey(id),
    queryFn: ({ signal }) => api.get<Import>(`/imports/${id}`, {}, signal),
    // Asks again while the server is at work, and while it is away: what was asked of it last may have begun.
    refetchInterval: ({ state: { data, error } }) =>
      (data && WORKING.includes(data.status)) || (error && worthRetrying(0, error)) ? POLL : false,
  });
}

/** The first rows of the table, to choose its header among them. */
export function useTopRows(id: string, sheet: string, enabled: boolean) {
  return useQuery({
    queryKey: [`/imports/${id}/top`, sheet],
    queryFn: ({ signal }) => api.get<TopRow[]>(`/imports/${id}/top`, {}, signal),
    enabled,
  });
}

export function useImportKinds() {
  return useQuery({
    queryKey: ['/imports/kinds'],
    queryFn: ({ signal }) => api.get<ImportKindFields[]>('/imports/kinds', {}, signal),
    staleTime: 600_000,
  });
}

/** Batches that brought something in, for filters. */
export function useImportOptions(enabled: boolean) {
  return useQuery({
    queryKey: ['/imports', 'options'],
    queryFn: async ({ signal }) => {
      const page = await api.get<Page<Import>>('/imports', { limit: 100 }, signal);
      return page.items
        .filter((batch) => batch.result)
        .map((batch) => ({ value: batch.id, label: `${batch.fileName} · ${formatDay(batch.createdAt)}` }));
    },
    staleTime: 60_000,
    enabled,
  });
}

/** The list of batches shows what the wizard does to one of them. */
const refreshList = () => queryClient.invalidateQueries({ queryKey: ['/imports'] });

/** What an import brings or takes back shows everywhere. */
export function refreshAll(): Promise<void> {
  return queryClient.invalidateQueries({ predicate: ({ queryKey: [path] }) => path !== 'session' });
}

export function useUploadImport() {
  return useMutation({
    mutationFn: ({ file, kind, onProgress }: { file: File; kind: ImportKind; onProgress: (share: number) => void }) => {
      const form = new FormData();
      form.append('kind', kind);
      form.append('file', file);
      return upload<Import>('/imports', form, onProgress);
    },
    onSuccess: refreshList,
  });
}

export function useSendMapping(id: string) {
  return useMutation({
    mutationFn: (mapping: ImportMapping) => api.put<unknown>(`/imports/${id}/mapping`, mapping),
    onSuccess: () => refreshImport(id),
  });
}

function refreshImport(id: string): Promise<unknown> {
  return Promise.all([queryClient.invalidateQueries({ queryKey: importKey(id) }), refreshList()]);
}

export type ImportAction = 'commit' | 'cancel' | 'resume' | 'undo';

export function useImportAction(id: string) {
  return useMutation({
    mutationFn: (action: ImportAction) => api.post<unknown>(`/imports/${id}/${action}`),
    onSettled: () => refreshImport(id),
  });
}

export function useUndoPreview(id: string, enabled: boolean) {
  return useQuery({
    queryKey: [`/imports/${id}/undo`],
    queryFn: ({ signal }) => api.get<ImportUndo>(`/imports/${id}/undo`, {}, signal),
    enabled,
    staleTime: 0,
    gcTime: 0,
  });
}

export function useDeleteImport() {
  return useMutation({ mutationFn: (id: string) => api.del(`/imports/${id}`), onSuccess: refreshList });
}
