import type { FunnelStage, SourceClass, Stage } from '../common/model';
import type { LeadRow } from '../leads/model';

export type Counts = Partial<Record<Stage, number>>;
export const BASES = ['cohort', 'period'] as const;
export type Basis = (typeof BASES)[number];

export const FUNNEL_DIMENSIONS = [
  'none', 'channel', 'frame', 'campaign', 'month', 'region', 'industry', 'owner', 'sdr', 'sourceClass', 'content', 'author', 'department',
  'plan', 'unit', 'keyword',
] as const;
export type FunnelDimension = (typeof FUNNEL_DIMENSIONS)[number];

export const CHANNEL_DIMENSIONS = ['frame', 'channel', 'campaign', 'plan', 'unit', 'keyword', 'sourceClass'] as const;
export type ChannelDimension = (typeof CHANNEL_DIMENSIONS)[number];

export interface DataProblem {
  code: string;
  message: string;
  count: number;
}

export interface FunnelFigures {
  counts: Counts;
  implied: Counts;
  revenueFen: number;
}

export interface FunnelRow extends FunnelFigures {
  key: string;
  label: string;
}

export interface FunnelReport {
  by: FunnelDimension;
  basis: Basis;
  from?: string | null;
  to?: string | null;
  rows: FunnelRow[];
  total: FunnelFigures;
  problems: DataProblem[];
}

export interface ChannelFigures {
  spendFen: number | null;
  impressions: number | null;
  clicks: number | null;
  counts: Counts;
  customers: number;
  revenueFen: number;
  cplFen?: number | null;
  costPerFen: Partial<Record<FunnelStage, number | null>>;
  cacFen?: number | null;
  romi?: number | null;
}

export interface ChannelRow extends ChannelFigures {
  key: string;
  label: string;
  parentKey?: string | null;
}

export interface ChannelReport {
  by: ChannelDimension;
  rows: ChannelRow[];
  total: ChannelFigures;
}

export const TOUCH_CUTS = ['scene', 'frame', 'channel', 'campaign', 'content'] as const;
export type TouchCut = (typeof TOUCH_CUTS)[number];

/** Marketing actions with a name of their own; files may bring others. */
export const SCENES = [
  'form', 'visit', 'content_read', 'content_download', 'video_watch', 'link_click', 'code_scan', 'event_registered',
  'event_attended', 'event_replayed', 'event_missed', 'wecom_added', 'follow', 'message', 'menu_click', 'call', 'sms', 'email',
  'ad', 'event', 'content', 'wecom', 'referral', 'import', 'typed', 'api', 'unknown',
] as const;

/** Figures with touches behind them. */
export const TOUCH_FIGURES = ['touch', 'person', 'first', 'lastBeforeMql', 'lastBeforeContract'] as const;
export type TouchFigure = (typeof TOUCH_FIGURES)[number];
/** Figures with leads behind them. */
export type TouchedLeadFigure = 'lead' | 'mql' | 'opportunity' | 'won';

export interface TouchRow {
  key: string;
  label: string;
  touches: number;
  people: number;
  leads: number;
  mql: number;
  opportunity: number;
  won: number;
  revenueFen: number;
  first: number;
  lastBeforeMql: number;
  lastBeforeContract: number;
}

export interface TouchReport {
  by: TouchCut;
  rows: TouchRow[];
  total: TouchRow;
}

export interface TouchEntry {
  id: string;
  at: string;
  scene: string;
  channel?: string | null;
  campaign?: string | null;
  content?: string | null;
  keyword?: string | null;
  detail: Record<string, unknown>;
  personId: string;
  person?: string | null;
  lead?: LeadRow | null;
}

export interface DurationStep {
  from: Stage | 'firstContact';
  to: Stage;
  n: number;
  meanDays?: number | null;
  medianDays?: number | null;
  p90Days?: number | null;
  /** How many arrived before they left, by their dates; they are in the figures as they are. */
  negative: number;
}

export interface DurationRow {
  key: string;
  label: string;
  steps: DurationStep[];
}

export interface DurationReport {
  rows: DurationRow[];
  total: DurationRow;
}

export interface CockpitMonth {
  month: string;
  leads: number;
  mql: number;
  opportunity: number;
  won: number;
  revenueFen: number;
  spendFen: number;
}

export interface CockpitReport {
  revenueFen: number;
  previousRevenueFen?: number | null;
  lastYearRevenueFen?: number | null;
  won: number;
  leads: number;
  mql: number;
  spendFen: number;
  romi?: number | null;
  cycleMedianDays?: number | null;
  cycleP90Days?: number | null;
  sourceShare: { sourceClass: SourceClass | 'none' | null; revenueFen: number; won: number }[];
  funnel: { counts: Counts };
  months: CockpitMonth[];
  channels: ChannelRow[];
  campaigns: ChannelRow[];
  problems: DataProblem[];
  empty: boolean;
}
