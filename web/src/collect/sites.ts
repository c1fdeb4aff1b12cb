import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Hit, Retention, Site, SiteCounts, SiteDraft, VisitDetail } from './model';

const SITES = '/sites';

/** How often a page that waits for something looks again. */
const LOOK_AGAIN = 3_000;

const changed = () => queryClient.invalidateQueries({ queryKey: [SITES] });

export function useSites() {
  return useQuery({ queryKey: [SITES, 'all'], queryFn: ({ signal }) => api.get<Site[]>(SITES, {}, signal) });
}

/** Looks again and again until the site is heard of. */
export function useSite(id: string) {
  return useQuery({
    queryKey: [SITES, id],
    queryFn: ({ signal }) => api.get<Site>(`${SITES}/${id}`, {}, signal),
    refetchInterval: (query) => (query.state.data && !query.state.data.seen ? LOOK_AGAIN : false),
  });
}

export function useSaveSite() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string; draft: SiteDraft }) =>
      id ? api.patch<Site>(`${SITES}/${id}`, draft) : api.post<Site>(SITES, draft),
    onSuccess: changed,
  });
}

export function useCounts(id: string, days: number) {
  return useQuery({
    queryKey: [SITES, id, 'counts', days],
    queryFn: ({ signal }) => api.get<SiteCounts>(`${SITES}/${id}/counts`, { days }, signal),
    refetchInterval: 10 * LOOK_AGAIN,
  });
}

export function useNewestHits(id: string, enabled: boolean) {
  return useQuery({
    queryKey: [SITES, id, 'hits'],
    queryFn: ({ signal }) => api.get<Hit[]>(`${SITES}/${id}/hits`, {}, signal),
    refetchInterval: LOOK_AGAIN,
    enabled,
  });
}

export function useVisit(id: string | null) {
  return useQuery({
    queryKey: ['/visits', id],
    queryFn: ({ signal }) => api.get<VisitDetail>(`/visits/${id}`, {}, signal),
    enabled: id !== null,
  });
}

/** Without ids: all of the site. */
export function useSendAgain(site: string) {
  return useMutation({
    mutationFn: (ids: string[]) => api.post<{ taken: number; still: number }>(`${SITES}/${site}/quarantine/again`, { ids }),
    onSuccess: changed,
  });
}

export function useDrop(site: string) {
  return useMutation({
    mutationFn: (ids: string[]) => api.post<{ dropped: number }>(`${SITES}/${site}/quarantine/drop`, { ids }),
    onSuccess: changed,
  });
}

const RETENTION = '/settings/retention';

export function useRetention(enabled: boolean) {
  return useQuery({ queryKey: [RETENTION], queryFn: ({ signal }) => api.get<Retention>(RETENTION, {}, signal), enabled });
}

export function useSaveRetention() {
  return useMutation({
    mutationFn: (wanted: Retention) => api.put<Retention>(RETENTION, wanted),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [RETENTION] }),
  });
}
