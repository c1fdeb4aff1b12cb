import { useTranslation } from 'react-i18next';
import type { LeadRow } from './model';

/** The name, or what stands in for it: many files tell only a company or a mailbox. */
export function LeadName({ lead }: { lead: Pick<LeadRow, 'name' | 'company' | 'phone' | 'email'> }) {
  const { t } = useTranslation();
  if (lead.name) return <>{lead.name}</>;
  const instead = lead.company ?? lead.email ?? lead.phone;
  return <span className="lw-muted">{instead ?? t('leads.noName')}</span>;
}
