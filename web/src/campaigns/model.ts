import type { Frame, Page, SourceClass } from '../common/model';

export interface Channel {
  id: string;
  name: string;
  parentId?: string | null;
  frame: Frame;
  sourceClass: SourceClass;
  archived: boolean;
  spendFen: number;
}

export const CAMPAIGN_KINDS = ['digital', 'event', 'content'] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

export const CAMPAIGN_STATUSES = ['planned', 'running', 'done'] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

export interface CampaignDraft {
  name: string;
  kind: CampaignKind;
  channelId?: string | null;
  startsOn?: string | null;
  endsOn?: string | null;
  budgetFen?: number | null;
  status: CampaignStatus;
  ownerId?: string | null;
  note?: string | null;
  /** What utm_campaign says in its links. */
  code?: string | null;
}

export interface Campaign extends CampaignDraft {
  id: string;
  spendFen: number;
}

export interface SpendDraft {
  dayFrom: string;
  dayTo: string;
  channelId?: string | null;
  campaignId?: string | null;
  plan?: string | null;
  unit?: string | null;
  keyword?: string | null;
  amountFen: number;
  impressions?: number | null;
  clicks?: number | null;
  note?: string | null;
}

export interface Spend extends SpendDraft {
  id: string;
  importId?: string | null;
  /** It comes from a platform's interface. */
  fetched?: boolean;
  createdAt: string;
}

export interface SpendPage extends Page<Spend> {
  sumFen: number;
}

export interface BudgetActual {
  month: string;
  channelId?: string | null;
  budgetFen: number;
  spendFen: number;
}
