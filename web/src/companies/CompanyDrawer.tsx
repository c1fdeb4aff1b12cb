import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DASH, formatNumber } from '../common/format/numbers';
import { formatDay } from '../common/format/time';
import { Money } from '../common/Money';
import { Parts } from '../common/Parts';
import { RelativeTime } from '../common/RelativeTime';
import { StageTag } from '../common/StageTag';
import { RecordDrawer } from '../common/templates/RecordDrawer';
import { RecordSection } from '../common/templates/RecordSection';
import { Deals } from '../leads/Deals';
import { LeadName } from '../leads/LeadName';
import { useCan } from '../workspace/session';
import { useCompany } from './companies';
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
  const pair = (label: string, value: React.ReactNode) => (
    <>
      <dt>{label}</dt>
      <dd>{value || <span className="lw-muted">{DASH}</span>}</dd>
    </>
  );

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
            <RecordSection title={t('common.record.facts')}>
              <dl className="lw-pairs">
                {pair(t('companies.field.uscc'), company.uscc && <span className="lw-num">{company.uscc}</span>)}
                {pair(t('companies.field.industry'), company.industry)}
                {pair(t('companies.field.size'), company.size)}
                {pair(t('companies.field.province'), company.province)}
                {pair(t('companies.field.city'), company.city)}
                {pair(t('companies.field.domain'), company.domain)}
                {pair(t('companies.field.people'), formatNumber(company.people))}
                {pair(t('common.field.leads'), formatNumber(company.leads))}
                {pair(t('companies.field.wonLeads'), formatNumber(company.wonLeads))}
                {pair(t('common.field.revenue'), <Money fen={company.revenueFen} withUnit />)}
              </dl>
            </RecordSection>
            <CompanyMerges company={company} />
          </>
        )
      }
      timelineLabel={t('companies.business')}
      timeline={
        record && (
          <>
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
          </>
        )
      }
      relations={record && <CompanyPeople people={record.people} />}
    />
  );
}
