import { useMutation, useQuery } from '@tanstack/react-query';
import { api, upload } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Page } from '../common/model';
import type { FormLine } from '../forms/model';
import type { Attendee, Decided, Decision, DoorLine, EventDraft, LeadwellEvent, MailFigures, UnmatchedLine } from './model';

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

/** What became of the mails about it. */
export function useEventMails(id: string) {
  return useQuery({
    queryKey: ['/events', id, 'mails'],
    queryFn: ({ signal }) => api.get<MailFigures[]>(`/events/${id}/mails`, {}, signal),
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

export function useUnmatched(id: string) {
  return useQuery({
    queryKey: ['/events', id, 'unmatched'],
    queryFn: ({ signal }) => api.get<UnmatchedLine[]>(`/events/${id}/unmatched`, {}, signal),
  });
}

export function useAssign(id: string) {
  return useMutation({
    mutationFn: ({ line, attendeeId }: { line: string; attendeeId: string }) =>
      api.post<{ lines: number }>(`/events/${id}/unmatched/${line}/assign`, { attendeeId }),
    onSuccess: () => refreshList(id),
  });
}

/** People on the list to choose from. */
export function useAttendeeOptions(id: string, q: string, enabled: boolean) {
  return useQuery({
    queryKey: [`/events/${id}/attendees`, 'options', q],
    queryFn: async ({ signal }) => (await api.get<Page<Attendee>>(`/events/${id}/attendees`, { q, limit: 50 }, signal)).items,
    enabled,
  });
}

/** A meeting's JSON becomes an import that waits to be looked at. */
export function sendReport(id: string, file: File): Promise<{ importId: string }> {
  const form = new FormData();
  form.append('file', file, file.name);
  return upload<{ importId: string }>(`/events/${id}/report`, form);
}

/** Of those who might come and were not turned away; null before it began, or when there was nobody. */
export function attendanceRate(event: Pick<LeadwellEvent, 'figures' | 'startsAt'>, now: number): number | null {
  const { approved, attendedOfApproved } = event.figures;
  return approved === 0 || Date.parse(event.startsAt) > now ? null : attendedOfApproved / approved;
}
