import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCompany } from '../companies/companies';
import type { CompanyPerson } from '../companies/model';
import { formatDay } from '../common/format/time';
import { Parts } from '../common/Parts';
import { StageTag } from '../common/StageTag';
import { RecordSection } from '../common/templates/RecordSection';
import { LeadContacts } from '../wecom/LeadContacts';
import { leadCalled } from './leadCalled';
import { LeadName } from './LeadName';
import { PersonPortrait } from './PersonPortrait';
import type { LeadRecord } from './model';

interface LeadRelationsProps {
  record: LeadRecord;
  onLead?: (id: string) => void;
}

const MOST = 12;

/** The company, the colleagues met there, and the other buying cycles of the same person. */
export function LeadRelations({ record, onLead }: LeadRelationsProps) {
  const { t } = useTranslation();
  const { lead, person, company } = record;
  const { data: around, isLoading } = useCompany(lead.companyId ?? null);
  const colleagues = (around?.people ?? []).filter((other) => other.id !== person.id);
  const others = person.leads.filter((other) => other.id !== lead.id);
  const called = (other: CompanyPerson) => leadCalled({ name: other.name, key: other.leadKey }, t);
  const to = (id: string, children: React.ReactNode) =>
    onLead ? <button type="button" className="lw-link" onClick={() => onLead(id)}>{children}</button> : <Link to={`/leads/${id}`}>{children}</Link>;

  return (
    <>
      <RecordSection title={t('common.field.company')}>
        {company ? (
          <>
            <Link to={`/companies?open=${company.id}`}><strong>{company.name}</strong></Link>
            <div className="lw-muted"><Parts of={[company.industry, company.size, ...new Set([company.province, company.city])]} /></div>
            <div className="lw-muted">
              {t('leads.relation.companyCounts', { people: company.people, leads: company.leads })}
            </div>
          </>
        ) : (
          <p className="lw-muted">{lead.company ?? t('leads.relation.noCompany')}</p>
        )}
      </RecordSection>
      {company && (
        <RecordSection title={t('leads.relation.people')} extra={<span className="lw-muted">{colleagues.length || null}</span>}>
          {colleagues.length === 0 ? (
            <p className="lw-muted">{isLoading ? '…' : t('leads.relation.noPeople')}</p>
          ) : (
            <ul className="lw-related">
              {colleagues.slice(0, MOST).map((other) => (
                <li key={other.id}>
                  <span>
                    {other.leadId ? to(other.leadId, called(other)) : called(other)}
                    {other.title && <span className="lw-muted"> · {other.title}</span>}
                  </span>
                  {other.stage && <StageTag stage={other.stage} />}
                </li>
              ))}
            </ul>
          )}
          {colleagues.length > MOST && <Link to={`/companies?open=${company.id}`}>{t('leads.relation.all', { count: colleagues.length })}</Link>}
        </RecordSection>
      )}
      <LeadContacts leadId={lead.id} />
      <RecordSection title={t('leads.relation.leads')}>
        {others.length === 0 ? (
          <p className="lw-muted">{t('leads.relation.noLeads')}</p>
        ) : (
          <ul className="lw-related">
            {others.map((other) => (
              <li key={other.id}>
                <span>
                  {to(other.id, <LeadName lead={other} />)}
                  <span className="lw-muted"> · {formatDay(other.firstContactAt)} · {other.channel ?? t('common.unknown')}{other.owner && ` · ${other.owner}`}</span>
                </span>
                <StageTag stage={other.stage} />
              </li>
            ))}
          </ul>
        )}
      </RecordSection>
      <PersonPortrait of={`/leads/${lead.id}`} />
    </>
  );
}
