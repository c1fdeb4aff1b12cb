/** Words and shapes every module shares; they follow the HTTP contract of the server. */

export const STAGES = [
  'lead', 'mql', 'sal', 'sql', 'opportunity', 'poc', 'won', 'lost', 'nurture', 'recycled',
] as const;
export type Stage = (typeof STAGES)[number];

/** The funnel proper, in order; lost, nurture and recycled are exits and loops, not steps. */
export const FUNNEL_STAGES = ['lead', 'mql', 'sal', 'sql', 'opportunity', 'poc', 'won'] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

export const SOURCE_CLASSES = ['marketing', 'sales', 'executive', 'referral', 'partner'] as const;
export type SourceClass = (typeof SOURCE_CLASSES)[number];

export const FRAMES = ['digital', 'event', 'content', 'other'] as const;
export type Frame = (typeof FRAMES)[number];

export const ROLES = [
  'admin', 'marketing_head', 'marketer', 'sdr', 'sales_head', 'salesperson', 'executive',
] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = ['self', 'reports', 'department', 'department_below', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

export const PERMISSIONS = [
  'leads.read', 'leads.edit', 'leads.merge', 'leads.export', 'segments.edit', 'qualification.edit', 'contact.reveal', 'imports.run', 'campaigns.read',
  'campaigns.edit', 'spend.edit', 'deals.read', 'deals.edit', 'tasks.assign', 'scoring.edit', 'reports.read', 'reports.export', 'privacy.edit', 'privacy.erase', 'settings.read',
  'settings.edit', 'users.edit', 'keys.edit', 'audit.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const MONEY_UNITS = ['yuan', 'wan', 'yi'] as const;
export type MoneyUnit = (typeof MONEY_UNITS)[number];

export type Language = 'zh-CN' | 'en';

/** One page of a list; `next` is opaque and asked for with `cursor=`. */
export interface Page<T> {
  items: T[];
  next: string | null;
  total: number;
  totalCapped?: boolean;
}
