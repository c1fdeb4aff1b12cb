import { useQuery } from '@tanstack/react-query';
import { api, download } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';

export interface Note {
  id: string;
  leadId?: string | null;
  companyId?: string | null;
  body: string;
  pinned: boolean;
  author: string;
  /** The reader wrote it, and may change it. */
  mine: boolean;
  writtenAt: string;
  editedAt?: string | null;
}

export interface KeptFile {
  id: string;
  leadId?: string | null;
  companyId?: string | null;
  name: string;
  mediaType: string;
  bytes: number;
  author: string;
  mine: boolean;
  uploadedAt: string;
}

/** Where notes are kept. */
export type Place = `/leads/${string}` | `/companies/${string}`;

export function useNotes(at: Place) {
  return useQuery({ queryKey: [`${at}/notes`], queryFn: ({ signal }) => api.get<Note[]>(`${at}/notes`, {}, signal) });
}

export function useFiles(at: Place) {
  return useQuery({ queryKey: [`${at}/files`], queryFn: ({ signal }) => api.get<KeptFile[]>(`${at}/files`, {}, signal) });
}

/** A note stands at the person's other leads as well, and in timelines. */
async function refresh(): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [path] }) => typeof path === 'string' && /\/(notes|files|timeline)$/.test(path),
  });
}

export async function writeNote(at: Place, body: string): Promise<void> {
  await api.post(`${at}/notes`, { body });
  await refresh();
}

export async function changeNote(id: string, change: { body?: string; pinned?: boolean }): Promise<void> {
  await api.patch(`/notes/${id}`, change);
  await refresh();
}

export async function deleteNote(id: string): Promise<void> {
  await api.del(`/notes/${id}`);
  await refresh();
}

export async function restoreNote(id: string): Promise<void> {
  await api.post(`/notes/${id}/restore`);
  await refresh();
}

export async function keepFile(at: Place, file: File): Promise<void> {
  const form = new FormData();
  form.append('file', file);
  await api.post(`${at}/files`, form);
  await refresh();
}

export const saveFile = (file: KeptFile): Promise<void> => download(`/kept-files/${file.id}`, {}, file.name);

export async function deleteFile(id: string): Promise<void> {
  await api.del(`/kept-files/${id}`);
  await refresh();
}

export async function restoreFile(id: string): Promise<void> {
  await api.post(`/kept-files/${id}/restore`);
  await refresh();
}
