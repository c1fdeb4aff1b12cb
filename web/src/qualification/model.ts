import type { Condition, Reasons } from '../rules/model';

export const LETTERS = ['budget', 'authority', 'need', 'timing'] as const;
export type Letter = (typeof LETTERS)[number];
export const ANSWERS = ['yes', 'no', 'unclear'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Budget, authority, need, time; null where nobody asked. */
export interface Bant {
  budget?: Answer | null;
  budgetNote?: string | null;
  authority?: Answer | null;
  contact?: string | null;
  authorityNote?: string | null;
  need?: Answer | null;
  needNote?: string | null;
  timing?: Answer | null;
  timingNote?: string | null;
  version: number;
  changedBy?: string | null;
  changedAt?: string | null;
}

export interface Standing {
  bant: Bant;
  /** The definition in force; none is null. */
  version?: number | null;
  condition?: Condition | null;
  reasons?: Reasons | null;
  /** Under which version it became MQL, and whether it met it. */
  became?: { version?: number | null; met?: boolean | null } | null;
}

export interface MqlDefinition {
  id: string;
  version: number;
  state: 'draft' | 'in_force' | 'replaced' | 'discarded';
  said: string;
  rule: Condition;
  required: string[];
  createdBy?: string | null;
  createdAt: string;
  inForceAt?: string | null;
  replacedAt?: string | null;
  signatures: { role: SigningRole; by: string; at: string }[];
  leads: number;
}

export const SIGNING_ROLES = ['marketing_head', 'sales_head'] as const;
export type SigningRole = (typeof SIGNING_ROLES)[number];

export interface DefinitionDraft {
  said: string;
  rule: Condition;
  required: string[];
}

/** What most companies agree on first; a start to be changed. */
export const USUAL_RULE: Condition = {
  all: (['bant.budget', 'bant.authority', 'bant.need', 'bant.timing'] as const).map((field) => ({ field, is: 'is', values: ['yes'] })),
};
