import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';

export interface LinkDraft {
  name: string;
  page: string;
  channelId?: string | null;
  campaignId?: string | null;
  content?: string | null;
  plan?: string | null;
  unit?: string | null;
  keyword?: string | null;
  code?: string | null;
  enabled: boolean;
  expiresAt?: string | null;
}

export interface ShortLink extends LinkDraft {
  id: string;
  code: string;
  /** The short address that goes out. */
  address: string;
  /** The page with everything that says where from. */
  target: string;
  /** It leads somewhere now: switched on and not expired. */
  leads: boolean;
  createdBy: string;
  createdAt: string;
  figures?: { clicks: number; scans: number; visitors: number; leads: number } | null;
}

export interface LinkDay {
  day: string;
  clicks: number;
  scans: number;
  robots: number;
}

export const CODE_FORMATS = ['svg', 'png'] as const;
export type CodeFormat = (typeof CODE_FORMATS)[number];

export interface CodeWish {
  format: CodeFormat;
  millimetres: number;
  caption?: string;
  /** A PNG or JPEG as a data address. */
  logo?: string;
}

/** Sides of a code in millimetres, for what they are usually printed on. */
export const CODE_SIZES = [
  { millimetres: 20, word: 'card' },
  { millimetres: 40, word: 'leaflet' },
  { millimetres: 80, word: 'rollup' },
  { millimetres: 200, word: 'poster' },
  { millimetres: 500, word: 'wall' },
] as const;

const refresh = () => queryClient.invalidateQueries({ predicate: ({ queryKey: [first] }) => typeof first === 'string' && first.startsWith('/links') });

export function useLink(id: string | null) {
  return useQuery({
    queryKey: ['/links/one', id],
    queryFn: ({ signal }) => api.get<ShortLink>(`/links/${id}`, {}, signal),
    enabled: id !== null,
  });
}

export function useLinkDays(id: string | null) {
  return useQuery({
    queryKey: ['/links/days', id],
    queryFn: ({ signal }) => api.get<LinkDay[]>(`/links/${id}/days`, {}, signal),
    enabled: id !== null,
  });
}

export function useSaveLink() {
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string; draft: LinkDraft }) =>
      id ? api.put<ShortLink>(`/links/${id}`, draft) : api.post<ShortLink>('/links', draft),
    onSuccess: refresh,
  });
}

/** What the whole address would be; asked while the form is being filled in. */
export function useWholeAddress(draft: LinkDraft) {
  return useQuery({
    queryKey: ['/links/address', draft],
    queryFn: () => api.post<{ address: string }>('/links/address', draft),
    enabled: draft.page.trim().length > 8,
    retry: false,
    staleTime: 60_000,
  });
}

/** What is sent to change a link: all that it says of itself. */
export function draftOf(link: ShortLink): LinkDraft {
  const { name, page, channelId, campaignId, content, plan, unit, keyword, enabled, expiresAt } = link;
  return { name, page, channelId, campaignId, content, plan, unit, keyword, enabled, expiresAt };
}

/** A missing day between two counted ones was a day without anybody. */
export function wholeDays(days: readonly LinkDay[], today: string): LinkDay[] {
  const first = days[0]?.day;
  if (!first) return [];
  const known = new Map(days.map((one) => [one.day, one]));
  const whole: LinkDay[] = [];
  for (let at = new Date(`${first}T00:00:00Z`); at.toISOString().slice(0, 10) <= today && whole.length < 400; at.setUTCDate(at.getUTCDate() + 1)) {
    const day = at.toISOString().slice(0, 10);
    whole.push(known.get(day) ?? { day, clicks: 0, scans: 0, robots: 0 });
  }
  return whole.slice(-90);
}
