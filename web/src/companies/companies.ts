import { useQuery } from '@tanstack/react-query';
import { refreshLeads } from '../leads/leads';
import { api } from '../common/api/client';
import type { FieldValue } from '../fields/model';
import type { CompanyRecord } from './model';

export function useCompany(id: string | null) {
  return useQuery({
    queryKey: [`/companies/${id ?? ''}`],
    queryFn: ({ signal }) => api.get<CompanyRecord>(`/companies/${id ?? ''}`, {}, signal),
    enabled: id !== null,
  });
}

export interface MergedCompany {
  id: string;
  merged: string;
  at: string;
  by?: string | null;
}

export function useCompanyMerges(id: string) {
  return useQuery({
    queryKey: [`/companies/${id}/merges`],
    queryFn: ({ signal }) => api.get<MergedCompany[]>(`/companies/${id}/merges`, {}, signal),
  });
}

/** What takes it back. */
export async function mergeCompany(survivor: string, merged: string): Promise<string> {
  const { id } = await api.post<{ id: string }>(`/companies/${survivor}/merges`, { with: merged });
  await refreshLeads();
  return id;
}

export async function unmergeCompany(merge: string): Promise<void> {
  await api.post(`/companies/merges/${merge}/undo`, {});
  await refreshLeads();
}

/** Values by the names of fields, such as company.industry; what takes it back. */
export async function editCompany(id: string, changes: Record<string, FieldValue | null>): Promise<string> {
  const { undo } = await api.patch<{ undo: string }>(`/companies/${id}`, changes);
  await refreshLeads();
  return undo;
}

export async function undoCompanyEdit(id: string, undo: string): Promise<void> {
  await api.post(`/companies/${id}/undo`, { undo });
  await refreshLeads();
}
