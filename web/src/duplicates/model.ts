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
