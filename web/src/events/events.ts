import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Page } from '../common/model';
import type { FormLine } from '../forms/model';
import type { Attendee, Decided, Decision, DoorLine, EventDraft, LeadwellEvent } from './model';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['/events'] });
const refreshList = (id: string) =>
  Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: [`/events/${id}/attendees`] })]);

export function useEvent(id: string | undefined) {
  return useQuery({
    queryKey: ['/events', id],
    queryFn: ({ signal }) => api.get<LeadwellEvent>(`/events/${id}`, {}, signal),
    enabled: id !== undefined,
  });
}

/** An editor is filled once; somebody else's save is told when this one is saved. */
export function useEventToEdit(id: string | undefined) {
  return useQuery({
    queryKey: ['/events', id, 'edit'],
    queryFn: ({ signal }) => api.get<LeadwellEvent>(`/events/${id}`, {}, signal),
    enabled: id !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Forms that people can fill in now. */
export function useOpenForms() {
  return useQuery({
    queryKey: ['/forms', 'open'],
    queryFn: async ({ signal }) =>
      (await api.get<Page<FormLine>>('/forms', { limit: 200 }, signal)).items.filter((form) => form.status === 'open'),
    staleTime: 30_000,
  });
}

export function useSaveEvent() {
  return useMutation({
    mutationFn: ({ id, version, draft }: { id?: string; version?: number; draft: EventDraft }) =>
      id ? api.put<LeadwellEvent>(`/events/${id}`, { ...draft, version }) : api.post<LeadwellEvent>('/events', draft),
    onSuccess: refresh,
  });
}

export type EventStep = 'publish' | 'close' | 'cancel';

export function useEventStep() {
  return useMutation({
    mutationFn: ({ id, step }: { id: string; step: EventStep }) => api.post<LeadwellEvent>(`/events/${id}/${step}`),
    onSuccess: refresh,
  });
}

export function useCopyEvent() {
  return useMutation({
    mutationFn: ({ id, title }: { id: string; title: string }) => api.post<LeadwellEvent>(`/events/${id}/copy`, { title }),
    onSuccess: refresh,
  });
}

export function useDeleteEvent() {
  return useMutation({ mutationFn: (id: string) => api.del(`/events/${id}`), onSuccess: refresh });
}

export function useWrapUp(id: string) {
  return useMutation({
    mutationFn: () => api.post<{ attended: number; missed: number }>(`/events/${id}/wrap-up`),
    onSuccess: () => refreshList(id),
  });
}

export interface NewAttendee {
  name?: string;
  phone?: string;
  email?: string;
  company?: string;
  title?: string;
}

export function useAddAttendee(id: string) {
  return useMutation({
    mutationFn: (said: NewAttendee) => api.post<Attendee>(`/events/${id}/attendees`, said),
    onSuccess: () => refreshList(id),
  });
}

export function useDecide(id: string) {
  return useMutation({
    mutationFn: ({ ids, decision }: { ids: string[]; decision: Decision }) =>
      api.post<Decided>(`/events/${id}/attendees/decide`, { ids, decision }),
    onSuccess: () => refreshList(id),
  });
}

export function fetchDoor(id: string, signal?: AbortSignal): Promise<DoorLine[]> {
  return api.get<DoorLine[]>(`/events/${id}/door`, {}, signal);
}

/** Of those who might come and were not turned away; null before there was anybody. */
export function attendanceRate(event: Pick<LeadwellEvent, 'figures'>): number | null {
  const { approved, attendedOfApproved } = event.figures;
  return approved === 0 ? null : attendedOfApproved / approved;
}
