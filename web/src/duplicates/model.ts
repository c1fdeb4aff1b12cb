import type { Stage } from '../common/model';
import type { Identifier, LeadRow } from '../leads/model';

/** One reason for or against two people being one. */
export interface Evidence {
  field: string;
  level: string;
  one?: string | null;
  other?: string | null;
  /** In bits: how much likelier it is for one person than for two; negative speaks against it. */
  weight: number;
}

export interface Side {
  personId: string;
  name?: string | null;
  title?: string | null;
  company?: string | null;
  identifiers: Identifier[];
  leads: LeadRow[];
  since: string;
}

export interface Pair {
  id: string;
  /** 0 to 1: that the two are one. */
  probability: number;
  /** So likely that the two would have been merged, had one of them just come in. */
  certain: boolean;
  evidence: Evidence[];
  foundBy: 'arrival' | 'search';
  foundAt: string;
  one: Side;
  other: Side;
}

export interface Merged {
  id: string;
  merged?: string | null;
  survivor?: string | null;
  byHand: boolean;
  evidence: Evidence[];
  probability?: number | null;
  at: string;
  by?: string | null;
}

/** What the duplicate check says of somebody or of a company. */
export interface CheckAnswer {
  kind: 'blocked' | 'competitor' | 'peer' | 'opportunity' | 'customer' | 'same_lead' | 'new';
  /** 0 to 1. */
  confidence: number;
  subject: string;
  grounds: { field: string; value: string; whose: string }[];
  stage?: Stage | null;
  company?: string | null;
  owner?: string | null;
  lastTouchAt?: string | null;
  /** Only where the reader may see the lead. */
  leadId?: string | null;
  note?: string | null;
}

export const PARTY_KINDS = ['competitor', 'peer', 'blocked'] as const;
export const PARTY_WHAT = ['company', 'domain', 'phone', 'email'] as const;

export interface PartyDraft {
  kind: (typeof PARTY_KINDS)[number];
  what: (typeof PARTY_WHAT)[number];
  value: string;
  note?: string | null;
}

export interface Party extends PartyDraft {
  id: string;
  addedBy?: string | null;
  addedAt: string;
}
