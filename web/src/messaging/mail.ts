import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';

export const MESSAGE_STATES = ['queued', 'sending', 'sent', 'failed', 'unknown', 'suppressed', 'expired'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export interface Smtp {
  host: string;
  port: number;
  security: 'none' | 'starttls' | 'tls';
  userName?: string | null;
  passwordSet: boolean;
  fromAddress: string;
  fromName: string;
  enabled: boolean;
}

export interface SmtpDraft extends Omit<Smtp, 'passwordSet'> {
  /** Absent leaves the one that is kept. */
  password?: string | null;
}

export interface MailTest {
  at: string;
  byName: string;
  recipient: string;
  works: boolean;
  trouble?: string | null;
  advice?: string | null;
  answer?: string | null;
}

export interface SmtpState {
  smtp?: Smtp | null;
  tests: MailTest[];
  messages: Partial<Record<MessageState, number>>;
}

export interface Message {
  id: string;
  purpose: string;
  recipient: string;
  kind: 'service' | 'marketing';
  subject: string;
  state: MessageState;
  attempts: number;
  advice?: string | null;
  answer?: string | null;
  notBefore: string;
  createdAt: string;
  endedAt?: string | null;
  /** The link in it knows its reader, so that a click is told. */
  linked: boolean;
  clickedAt?: string | null;
  clicks: number;
}

export interface MessageFilter {
  state?: MessageState;
  purpose?: string;
  clicked?: boolean;
}

export interface PurposeCount {
  purpose: string;
  sent: number;
  linked: number;
  clicked: number;
}

const refresh = () => queryClient.invalidateQueries({ queryKey: ['/messaging'] });

export function useSmtp() {
  return useQuery({ queryKey: ['/messaging', 'smtp'], queryFn: ({ signal }) => api.get<SmtpState>('/messaging/smtp', {}, signal) });
}

export function useSaveSmtp() {
  return useMutation({ mutationFn: (draft: SmtpDraft) => api.put<Smtp>('/messaging/smtp', draft), onSuccess: refresh });
}

export function useTestSmtp() {
  return useMutation({ mutationFn: (recipient: string) => api.post<MailTest>('/messaging/smtp/test', { recipient }), onSuccess: refresh });
}

const PAGE = 50;

export function usePurposes() {
  return useQuery({ queryKey: ['/messaging', 'purposes'], queryFn: ({ signal }) => api.get<PurposeCount[]>('/messaging/purposes', {}, signal) });
}

export function useMessages(filter: MessageFilter) {
  return useInfiniteQuery({
    queryKey: ['/messaging', 'messages', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Message[]>('/messaging/messages', { ...filter, before: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last[last.length - 1]?.id),
  });
}

export function useSendAgain() {
  return useMutation({ mutationFn: (id: string) => api.post<Message>(`/messaging/messages/${id}/again`), onSuccess: refresh });
}
