import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { TagTarget } from '../leads/leads';

/** By which way the readers are reached; who can't be reached by it gets no link. */
export const SENDING_WAYS = ['sms', 'mail', 'other'] as const;
export type SendingWay = (typeof SENDING_WAYS)[number];

export const LEFT_OUT_REASONS = ['no_phone', 'not_mobile', 'no_email', 'unsubscribed', 'no_consent', 'same_address'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export const READERS = ['all', 'opened', 'unopened', 'passed_on', 'left_out'] as const;
export type Readers = (typeof READERS)[number];

export interface Sending {
  id: string;
  /** A file for a tool outside, or mails of our own outbox. */
  kind: 'list' | 'mail';
  name: string;
  way: SendingWay;
  createdBy: string;
  createdAt: string;
  /** Until when a click names a reader. */
  knownUntil: string;
  readers: number;
  opened: number;
  strangers: number;
  passedOn: number;
  leftOut: Partial<Record<LeftOutReason, number>>;
}

export interface ReaderRow {
  id: string;
  /** Gone from the pool, or out of the viewer's scope: counted and not named. */
  hidden: boolean;
  leadId?: string | null;
  name?: string | null;
  title?: string | null;
  company?: string | null;
  phone?: string | null;
  email?: string | null;
  openedAt?: string | null;
  opens: number;
  strangers: number;
  leftOut?: LeftOutReason | null;
}

export interface SendingDraft {
  name: string;
  way: SendingWay;
}

const key = (linkId: string) => [`/links/${linkId}/sendings`];

export function useSendings(linkId: string) {
  return useQuery({ queryKey: key(linkId), queryFn: ({ signal }) => api.get<Sending[]>(`/links/${linkId}/sendings`, {}, signal) });
}

export function useMakeSending() {
  return useMutation({
    mutationFn: ({ linkId, draft, target }: { linkId: string; draft: SendingDraft; target: TagTarget }) =>
      api.post<Sending>(`/links/${linkId}/sendings`, { ...draft, ...target }),
    onSuccess: (_made, { linkId }) => queryClient.invalidateQueries({ queryKey: key(linkId) }),
  });
}

/** How many were chosen and got no link. */
export function leftOutOf(sending: Pick<Sending, 'leftOut'>): number {
  return Object.values(sending.leftOut).reduce((sum, count) => sum + count, 0);
}

/** Null before anybody got one. */
export function openedShare(sending: Pick<Sending, 'readers' | 'opened'>): number | null {
  return sending.readers === 0 ? null : sending.opened / sending.readers;
}

/** The figure that a drill-down must come to. */
export function figureOf(sending: Sending, which: Readers): number {
  switch (which) {
    case 'all':
      return sending.readers;
    case 'opened':
      return sending.opened;
    case 'unopened':
      return sending.readers - sending.opened;
    case 'passed_on':
      return sending.passedOn;
    case 'left_out':
      return leftOutOf(sending);
  }
}
