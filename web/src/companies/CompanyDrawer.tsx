import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../common/format/time';
import { Parts } from '../common/Parts';
import { RelativeTime } from '../common/RelativeTime';
import { StageTag } from '../common/StageTag';
import { RecordDrawer } from '../common/templates/RecordDrawer';
import { RecordSection } from '../common/templates/RecordSection';
import { Deals } from '../leads/Deals';
import { LeadName } from '../leads/LeadName';
import { LeadTimeline } from '../leads/LeadTimeline';
import { PersonPortrait } from '../leads/PersonPortrait';
import { FilesSection } from '../notes/FilesSection';
import { NotesSection } from '../notes/NotesSection';
import { useCan } from '../workspace/session';
import { useCompany } from './companies';
import { CompanyFacts } from './CompanyFacts';
import { CompanyMerges } from './CompanyMerges';
import { CompanyPeople } from './CompanyPeople';
import { CustomerTag } from './CustomerTag';

/** A company: what is known of it, its leads and deals, its people. */
export function CompanyDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const query = useCompany(id);
  const record = query.data;
  const company = record?.company;

  return (
    <RecordDrawer
      open={id !== null}
      onClose={onClose}
      loading={!record}
      error={record ? null : query.error}
      onRetry={() => void query.refetch()}
      title={company?.name}
      subtitle={<Parts of={[company?.industry, company?.size, ...new Set([company?.province, company?.city])]} />}
      marks={
        company && (
          <>
            <CustomerTag company={company} />
            {company.lastTouchAt && (
              <span className="lw-muted">
                {t('companies.field.lastTouchAt')} <RelativeTime at={company.lastTouchAt} />
              </span>
            )}
          </>
        )
      }
      facts={
        company && (
          <>
            <CompanyFacts company={company} />
            <CompanyMerges company={company} />
            <FilesSection at={`/companies/${company.id}`} />
          </>
        )
      }
      timelineLabel={t('companies.business')}
      timeline={
        record && (
          <>
            <NotesSection at={`/companies/${record.company.id}`} />
            <RecordSection title={t('common.field.leads')} extra={<span className="lw-muted">{record.leads.length || null}</span>}>
              {record.leads.length === 0 && <p className="lw-muted">{t('companies.noLeads')}</p>}
              <ul className="lw-related">
                {record.leads.map((lead) => (
                  <li key={lead.id}>
                    <span>
                      <Link to={`/leads?open=${lead.id}`}><LeadName lead={{ ...lead, company: null }} /></Link>
                      <span className="lw-muted">
                        {' · '}
                        <Parts of={[formatDay(lead.firstContactAt), lead.channel ?? t('common.unknown'), lead.owner]} />
                      </span>
                    </span>
                    <StageTag stage={lead.stage} />
                  </li>
                ))}
              </ul>
            </RecordSection>
            {can('deals.read') && <Deals of={`/companies/${record.company.id}`} leads={record.leads} />}
            <LeadTimeline of={`/companies/${record.company.id}`} leads={record.leads} />
          </>
        )
      }
      relations={
        record && (
          <>
            <CompanyPeople people={record.people} />
            <PersonPortrait of={`/companies/${record.company.id}`} connected={false} />
          </>
        )
      }
    />
  );
}
