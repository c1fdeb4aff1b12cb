import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';

export const SOURCE_KINDS = ['utm', 'click_id', 'paid_referrer', 'referrer', 'direct', 'ignored'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface SourceRuleDraft {
  kind: SourceKind;
  pattern?: string;
  medium?: string;
  channelId?: string | null;
}

export interface SourceRule {
  id: string;
  kind: SourceKind;
  pattern: string;
  medium: string;
  channelId?: string | null;
}

export interface UnrecognisedSource {
  kind: SourceKind;
  value: string;
  medium: string;
  landings: number;
  firstSeen: string;
  lastSeen: string;
  sampleUrl: string;
  sampleReferrer?: string | null;
}

export const MEANINGS = ['source', 'medium', 'campaign', 'plan', 'unit', 'keyword'] as const;
export type Meaning = (typeof MEANINGS)[number];

export interface ParameterNames {
  meaning: Meaning;
  names: string[];
  own: string[];
}

/** What an address would mean. */
export interface TriedAddress {
  channelId?: string | null;
  campaignId?: string | null;
  plan?: string | null;
  unit?: string | null;
  keyword?: string | null;
  utm: Record<string, string>;
  clickIdKind?: string | null;
  clickId?: string | null;
  referrerHost?: string | null;
  direct: boolean;
}

const refresh = () =>
  queryClient.invalidateQueries({ predicate: ({ queryKey: [first] }) => typeof first === 'string' && first.startsWith('/sources') });

export function useSourceRules() {
  return useQuery({ queryKey: ['/sources/rules'], queryFn: ({ signal }) => api.get<SourceRule[]>('/sources/rules', {}, signal) });
}

export function useUnrecognised() {
  return useQuery({
    queryKey: ['/sources/unrecognised'],
    queryFn: ({ signal }) => api.get<UnrecognisedSource[]>('/sources/unrecognised', {}, signal),
  });
}

export function useParameterNames() {
  return useQuery({
    queryKey: ['/sources/parameters'],
    queryFn: ({ signal }) => api.get<ParameterNames[]>('/sources/parameters', {}, signal),
  });
}

export function useAddRule() {
  return useMutation({ mutationFn: (draft: SourceRuleDraft) => api.post<SourceRule>('/sources/rules', draft), onSuccess: refresh });
}

export function useRemoveRule() {
  return useMutation({ mutationFn: (id: string) => api.del(`/sources/rules/${id}`), onSuccess: refresh });
}

export function usePutParameter() {
  return useMutation({
    mutationFn: (parameter: { name: string; meaning: Meaning }) => api.put<void>('/sources/parameters', parameter),
    onSuccess: refresh,
  });
}

export function useRemoveParameter() {
  return useMutation({ mutationFn: (name: string) => api.del(`/sources/parameters/${encodeURIComponent(name)}`), onSuccess: refresh });
}

export function useTryAddress() {
  return useMutation({ mutationFn: (landing: { url: string; referrer?: string }) => api.post<TriedAddress>('/sources/try', landing) });
}

/** A rule or an unknown source in one line, as it stands in an address. */
export function sourceText(kind: SourceKind, pattern: string, medium: string): string {
  if (kind === 'click_id') return `${pattern}=…`;
  if (kind !== 'utm') return pattern;
  const parts = [pattern && `utm_source=${pattern}`, medium && `utm_medium=${medium}`].filter(Boolean);
  return parts.join(' & ');
}
