import type { SourceClass, Stage } from '../common/model';
import type { CompanyRow } from '../companies/model';
import type { Route } from '../scoring/model';
import type { FieldValue } from '../fields/model';

export interface Tag {
  id: string;
  name: string;
  color: string;
  leads?: number;
}

export const VERDICTS = ['customer', 'opportunity', 'competitor', 'peer', 'blocked'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface LeadRow {
  id: string;
  personId: string;
  /** What its source calls it, such as the number in a CRM. */
  key?: string | null;
  /** Nobody left one: a lead known by its source key only. */
  name?: string | null;
  companyId?: string | null;
  company?: string | null;
  title?: string | null;
  /** Masked (138****8000) for those without contact.reveal. */
  phone?: string | null;
  email?: string | null;
  channelId?: string | null;
  channel?: string | null;
  campaignId?: string | null;
  campaign?: string | null;
  content?: string | null;
  sourceClass?: SourceClass | null;
  stage: Stage;
  ownerId?: string | null;
  owner?: string | null;
  sdrId?: string | null;
  sdr?: string | null;
  province?: string | null;
  city?: string | null;
  industry?: string | null;
  note?: string | null;
  firstContactAt: string;
  lastTouchAt?: string | null;
  stageSince?: string | null;
  revenueFen: number;
  /** What the duplicate check said as the lead came in; none for somebody new. */
  verdict?: Verdict | null;
  /** A1 to D4; none before it is scored. */
  grade?: string | null;
  /** Where leads of its grade go. */
  route?: Route | null;
  /** The person asked to be forgotten; the lead goes on counting. */
  erased?: boolean;
  tags: Tag[];
  /** The house's own fields, by names such as lead.budget. */
  custom?: Record<string, FieldValue>;
}

export interface Identifier {
  kind: string;
  value: string;
  trust: string;
  verifiedAt?: string | null;
  firstSeenAt?: string | null;
}

export interface LedgerRow {
  stage: Stage;
  move: 'enter' | 'leave';
  at: string;
  actor?: string | null;
  reason?: string | null;
  /** Derived from a later stage, not recorded by anybody; the app derives it itself where the server leaves it out. */
  implied?: boolean;
}

export interface Poc {
  startedAt: string;
  endedAt?: string | null;
  result?: string | null;
  failureReason?: string | null;
}

export interface Contract {
  id: string;
  number?: string | null;
  signedAt: string;
  amountFen: number;
  arrFen?: number | null;
  product?: string | null;
  startsOn?: string | null;
  endsOn?: string | null;
}

export interface Opportunity {
  id: string;
  leadId: string;
  name: string;
  stage: string;
  amountFen?: number | null;
  product?: string | null;
  ownerId?: string | null;
  owner?: string | null;
  openedAt: string;
  closedAt?: string | null;
  lossReason?: string | null;
  competitor?: string | null;
  /** Sent along with a change, so that nobody overwrites what another has just written. */
  version?: string | null;
  pocs: Poc[];
  contracts: Contract[];
}

export interface Fact {
  field: string;
  value: string;
  source: string;
  /** The imported file and its row, where the fact comes from one. */
  file: string | null;
  row: number | null;
  at: string;
}

export interface LeadRecord {
  lead: LeadRow;
  person: { id: string; name?: string | null; identifiers: Identifier[]; leads: LeadRow[] };
  company?: CompanyRow | null;
  facts: Fact[];
  ledger: LedgerRow[];
}

/** Answer of POST /leads. */
export interface CreatedLead extends LeadRow {
  /** The person already has this lead; nothing new was made. */
  existing?: boolean;
}

export const TIMELINE_KINDS = ['touch', 'stage', 'edit', 'note', 'task', 'message', 'deal'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export interface TimelineItem {
  id: string;
  at: string;
  kind: TimelineKind;
  /** The scene of a touch, the stage entered, the source of an edit; of the others what became of them. */
  subject: string;
  channel?: string | null;
  campaign?: string | null;
  content?: string | null;
  detail?: Record<string, unknown> | null;
  actor?: string | null;
  /** The lead it happened to. */
  leadId?: string | null;
}

export interface LeadDraft {
  name?: string;
  title?: string | null;
  phone?: string | null;
  email?: string | null;
  company?: string | null;
  province?: string | null;
  city?: string | null;
  industry?: string | null;
  channelId?: string | null;
  campaignId?: string | null;
  ownerId?: string | null;
  sdrId?: string | null;
  note?: string | null;
  custom?: Record<string, FieldValue | null>;
}

export interface LeadFacets {
  provinces: string[];
  industries: string[];
}

/** What the touches of a person or a company come to. */
export interface Portrait {
  read: { content: string; times: number; seconds: number; firstAt: string; lastAt: string }[];
  tookPart: { campaignId: string; campaign: string; scenes: string[]; touches: number; firstAt: string; lastAt: string }[];
  related: {
    personId: string;
    name?: string | null;
    title?: string | null;
    company?: string | null;
    leadId: string;
    leadKey?: string | null;
    stage: Stage;
    colleague: boolean;
    by: Identifier[];
  }[];
}
