/** A website whose visitors are counted, and how it is doing. */
export interface Site {
  id: string;
  key: string;
  name: string;
  origins: string[];
  consentRequired: boolean;
  doNotTrack: boolean;
  cookieDomain?: string | null;
  archived: boolean;
  createdAt: string;
  /** Absent until it was heard of. */
  seen?: { firstAt: string; lastAt: string; lastUrl?: string | null } | null;
  storedToday: number;
  quarantined: number;
}

export type SiteDraft = Partial<Pick<Site, 'name' | 'origins' | 'consentRequired' | 'doNotTrack' | 'cookieDomain' | 'archived'>>;

/** The pages that the server itself shows. */
export const OWN = 'own';

export const ENDINGS = ['STORED', 'DUPLICATE', 'QUARANTINED', 'REJECTED', 'SHED'] as const;
export type Ending = (typeof ENDINGS)[number];

export interface CountLine {
  step: string;
  outcome: string;
  ending: Ending;
  hits: number;
}

export interface SiteCounts {
  lines: CountLine[];
  days: { day: string; hits: Partial<Record<Ending, number>> }[];
}

export interface Device {
  kind: string;
  os?: string | null;
  browser?: string | null;
  app?: string | null;
}

export interface Place {
  country?: string | null;
  province?: string | null;
  city?: string | null;
}

export interface Hit {
  id: string;
  name: string;
  visitor: string;
  happenedAt: string;
  receivedAt: string;
  facts: {
    url?: string | null;
    title?: string | null;
    content?: string | null;
    dwellMs?: number | null;
    depth?: number | null;
    props?: Record<string, unknown> | null;
    device?: Device | null;
    place?: Place | null;
  };
}

export interface QuarantinedHit {
  id: string;
  step: string;
  reason: string;
  pointer: string;
  body: string;
  origin?: string | null;
  receivedAt: string;
}

export interface Visit {
  id: string;
  visitor: string;
  site: string;
  startedAt: string;
  endedAt: string;
  landingUrl?: string | null;
  origin: {
    channelId?: string | null;
    keyword?: string | null;
    utm: Record<string, string>;
    referrerHost?: string | null;
    direct: boolean;
  };
  pages: number;
  dwellMs: number;
  device: Device;
  place: Place;
  person?: string | null;
}

export interface VisitDetail {
  visit: Visit;
  pages: { id: string; happenedAt: string; url?: string | null; title?: string | null; content?: string | null; dwellMs: number; depth: number }[];
  actions: { id: string; happenedAt: string; name: string; props: Record<string, unknown> }[];
}

export interface Retention {
  hitDays: number;
  visitDays: number;
}
