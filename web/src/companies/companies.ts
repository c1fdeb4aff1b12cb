import { useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import type { CompanyRecord } from './model';

export function useCompany(id: string | null) {
  return useQuery({
    queryKey: [`/companies/${id ?? ''}`],
    queryFn: ({ signal }) => api.get<CompanyRecord>(`/companies/${id ?? ''}`, {}, signal),
    enabled: id !== null,
  });
}
