import { useTranslation } from 'react-i18next';
import { type Called, leadCalled } from './leadCalled';

/** The name, or what stands in for it. */
export function LeadName({ lead }: { lead: Called }) {
  const { t } = useTranslation();
  const called = leadCalled(lead, t);
  return lead.name ? <>{called}</> : <span className="lw-muted" title={called}>{called}</span>;
}
