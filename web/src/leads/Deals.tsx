import { PlusOutlined } from '../common/icons';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../common/format/time';
import { Money } from '../common/Money';
import { LoadingState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { DealActions } from '../deals/DealActions';
import { DealDrawer, type DealTarget } from '../deals/DealDrawer';
import { useCan } from '../workspace/session';
import { Deal } from './Deal';
import { leadCalled } from './leadCalled';
import { useDeals } from './leads';
import type { LeadRow } from './model';

interface DealsProps {
  of: `/leads/${string}` | `/companies/${string}`;
  /** Leads a new opportunity may come from. */
  leads: LeadRow[];
}

/** Opportunities, proofs of concept and contracts of a lead or a company. */
export function Deals({ of, leads }: DealsProps) {
  const { t } = useTranslation();
  const mayEdit = useCan()('deals.edit') && leads.length > 0;
  const deals = useDeals(of, true);
  const [target, setTarget] = useState<DealTarget | null>(null);
  const opportunities = deals.data ?? [];
  const signed = opportunities.flatMap((opportunity) => opportunity.contracts);
  const sum = signed.reduce((total, contract) => total + contract.amountFen, 0);
  const last = signed.map((contract) => formatDay(contract.signedAt)).sort().at(-1);

  let body;
  if (deals.isError) body = <p className="lw-warning">{deals.error.message}</p>;
  else if (deals.isPending) body = <LoadingState rows={2} />;
  else if (opportunities.length === 0) body = <p className="lw-muted">{t('leads.deal.none')}</p>;
  else
    body = opportunities.map((opportunity) => (
      <Deal
        key={opportunity.id}
        opportunity={opportunity}
        actions={mayEdit && <DealActions opportunity={opportunity} onMode={(mode) => setTarget({ mode, opportunity })} />}
      />
    ));

  return (
    <RecordSection
      title={t('leads.deal.title')}
      extra={
        <span className="lw-actions">
          {signed.length > 0 && (
            <Tag variant="filled" color="green" className="lw-tag">
              {t('leads.deal.signed', { count: signed.length, last })} <Money fen={sum} withUnit />
            </Tag>
          )}
          {mayEdit && (
            <Button size="small" icon={<PlusOutlined />} onClick={() => setTarget({ mode: 'new', opportunity: null })}>
              {t('deals.new')}
            </Button>
          )}
        </span>
      }
    >
      {body}
      {mayEdit && (
        <DealDrawer
          target={target}
          leads={leads.map((lead) => ({
            id: lead.id, ownerId: lead.ownerId ?? null,
            label: [leadCalled(lead, t), formatDay(lead.firstContactAt), lead.channel].filter(Boolean).join(' · '),
          }))}
          onClose={() => setTarget(null)}
        />
      )}
    </RecordSection>
  );
}
