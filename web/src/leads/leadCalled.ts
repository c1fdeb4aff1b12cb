import type { TFunction } from 'i18next';
import { formatDay } from '../common/format/time';
import { IDENTIFIER } from './detailLines';
import type { LeadRow } from './model';

/** What a lead without a name may be told by. */
export type Called = Pick<LeadRow, 'name' | 'key' | 'email' | 'phone' | 'company' | 'channel'> & Partial<Pick<LeadRow, 'firstContactAt' | 'erased'>>;

/** The name, or what stands in for it: public data and many files tell only a key, a mailbox or where somebody came from. */
export function leadCalled(lead: Called, t: TFunction): string {
  if (lead.erased) return t('leads.erased');
  if (lead.name) return lead.name;
  if (spokenKey(lead.key)) return t('leads.calledByKey', { key: lead.key });
  const contact = lead.email ?? lead.phone ?? lead.company;
  if (contact) return contact;
  return lead.channel ? [lead.channel, lead.firstContactAt && formatDay(lead.firstContactAt)].filter(Boolean).join(' · ') : t('leads.noName');
}

/** The key of a lead as people say it; forms and calls number what they bring themselves. */
export function spokenKey(key: string | null | undefined): string | undefined {
  return key && !IDENTIFIER.test(key) ? key : undefined;
}
