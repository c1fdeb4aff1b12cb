import type { Stage } from '../common/model';
import type { FieldValue } from '../fields/model';
import type { LeadRow } from '../leads/model';

export interface CompanyRow {
  id: string;
  name: string;
  industry?: string | null;
  size?: string | null;
  province?: string | null;
  city?: string | null;
  domain?: string | null;
  /** 统一社会信用代码 */
  uscc?: string | null;
  people: number;
  leads: number;
  wonLeads: number;
  revenueFen: number;
  lastTouchAt?: string | null;
  createdAt: string;
  /** The house's own fields, by names such as company.turnover. */
  custom?: Record<string, FieldValue>;
}

export interface CompanyPerson {
  id: string;
  name?: string | null;
  title?: string | null;
  leadId?: string | null;
  leadKey?: string | null;
  stage?: Stage | null;
}

export interface CompanyRecord {
  company: CompanyRow;
  people: CompanyPerson[];
  leads: LeadRow[];
}
