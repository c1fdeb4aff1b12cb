export const MEANS = ['email', 'sms', 'phone', 'wecom'] as const;
export type Means = (typeof MEANS)[number];

export const REASONS = ['unsubscribed', 'complaint', 'bounced', 'asked', 'imported', 'erased'] as const;
export type Reason = (typeof REASONS)[number];

/** What somebody may give as a reason by hand. */
export const HAND_REASONS: Reason[] = ['asked', 'complaint', 'bounced', 'imported'];

export interface PurposeText {
  number: number;
  zh: string;
  en: string;
  publishedBy: string;
  publishedAt: string;
}

export interface Purpose {
  id: string;
  key: string;
  nameZh: string;
  nameEn: string;
  rule: 'opt_in' | 'opt_out';
  archived: boolean;
  /** The newest first. */
  texts: PurposeText[];
}

export interface PurposeDraft {
  key?: string;
  nameZh: string;
  nameEn: string;
  rule: Purpose['rule'];
  zh: string;
  en: string;
  archived: boolean;
}

export interface ConsentState {
  purposeId: string;
  means: Means;
  given: boolean;
  source: string;
  at: string;
  by?: string | null;
}

export interface Standing {
  states: ConsentState[];
  blocked: { means: Means; address: string; reason: Reason; since: string }[];
  erased: boolean;
}

export interface ConsentEntry extends ConsentState {
  id: string;
  proofId?: string | null;
  note?: string | null;
  /** The form whose words were agreed to. */
  textOf?: string | null;
  textNumber?: number | null;
  recordedAt: string;
  undoneAt?: string | null;
}

export interface Word {
  purposeId: string;
  means: Means;
  given: boolean;
  note: string;
}

export interface Suppression {
  id: string;
  means: Means;
  /** Null where the person was erased: only a hash is left. */
  address?: string | null;
  reason: Reason;
  note?: string | null;
  by?: string | null;
  since: string;
}

export interface SuppressDraft {
  text: string;
  means: Means[];
  reason: Reason;
  note?: string;
}

export interface Suppressed {
  added: number;
  known: number;
  unread: string[];
  unreadable: number;
}

export interface ErasurePreview {
  typing: string;
  people: number;
  leads: number;
  counts: Record<string, number>;
}

export interface Erasure {
  id: string;
  at: string;
  by: string;
  reason: string;
  people: number;
  counts: Record<string, number>;
}
