import type { Stage } from '../common/model';

export const ITEM_KINDS = [
  'article', 'white_paper', 'industry_reading', 'product_demo', 'customer_case', 'video', 'live_replay', 'parameter_package',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const ITEM_STATUSES = ['draft', 'published', 'archived'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** The steps of the funnel that content helps people take. */
export const SERVED_STAGES = ['impression', 'lead', 'mql', 'sal', 'sql', 'opportunity', 'poc', 'won'] as const;
export type ServedStage = (typeof SERVED_STAGES)[number];

export const GATES = ['none', 'before', 'middle'] as const;
export type GatePlace = (typeof GATES)[number];

export interface ItemDraft {
  kind: ItemKind;
  title: string;
  slug?: string | null;
  language: 'zh-CN' | 'en';
  summary?: string | null;
  body?: string | null;
  file?: string | null;
  fileName?: string | null;
  cover?: string | null;
  downloadable: boolean;
  tags: string[];
  authorId?: string | null;
  guestName?: string | null;
  guestTitle?: string | null;
  departmentId?: string | null;
  businessLine?: string | null;
  serves?: ServedStage | null;
  channelId?: string | null;
  actionText?: string | null;
  actionLink?: string | null;
  actionForm?: string | null;
  gate: GatePlace;
  gateAfter?: number | null;
  gateForm?: string | null;
}

export interface Item extends ItemDraft {
  id: string;
  status: ItemStatus;
  slug: string;
  version: number;
  createdAt: string;
  changedAt: string;
  publishedAt?: string | null;
  /** Every title it has had; leads name content by its title. */
  titles: string[];
  readers?: Readers;
}

/** How an item was read, for all times. */
export interface Readers {
  views: number;
  visitors: number;
  dwellMs: number;
  ends: number;
  shares: number;
  downloads: number;
  registrations: number;
}

/** Figures of reading that are shown as they are, in this order. */
export const READ_FIGURES = ['views', 'visitors', 'ends', 'shares', 'downloads', 'registrations'] as const;

export interface StoredFile {
  sha256: string;
  kind: 'pdf' | 'video' | 'picture';
  mediaType: string;
  bytes: number;
  pages?: number | null;
  seconds?: number | null;
  width?: number | null;
  height?: number | null;
}

export const PLAN_STATUSES = ['idea', 'writing', 'review', 'scheduled', 'published'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

export interface PlanDraft {
  status?: PlanStatus;
  topic: string;
  kind?: ItemKind | null;
  audience?: string | null;
  serves?: ServedStage | null;
  authorId?: string | null;
  guestName?: string | null;
  departmentId?: string | null;
  channelId?: string | null;
  dueOn?: string | null;
  expectedLeads?: number | null;
  expectedReads?: number | null;
  itemId?: string | null;
  note?: string | null;
}

export interface PlanEntry extends PlanDraft {
  id: string;
  status: PlanStatus;
  place: number;
  /** How often its item was read to the end. */
  reads?: number | null;
}

/** What came of leads that an item brought. */
export type Outcome = Partial<Record<Stage, number>> & { revenueFen: number };

/** What the item of a plan entry brought; undefined while there is none, or nobody may know. */
export interface Brought {
  leads: number | undefined;
  reads: number | undefined;
}
