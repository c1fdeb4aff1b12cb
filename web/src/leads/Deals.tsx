import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../common/format/time';
import { Money } from '../common/Money';
import { LoadingState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { Deal } from './Deal';
import { useDeals } from './leads';

interface DealsProps {
  of: `/leads/${string}` | `/companies/${string}`;
}

/** Opportunities, proofs of concept and contracts of a lead or a company. */
export function Deals({ of }: DealsProps) {
  const { t } = useTranslation();
  const deals = useDeals(of, true);
  const opportunities = deals.data ?? [];
  const signed = opportunities.flatMap((opportunity) => opportunity.contracts);
  const sum = signed.reduce((total, contract) => total + contract.amountFen, 0);
  const last = signed.map((contract) => formatDay(contract.signedAt)).sort().at(-1);

  let body;
  if (deals.isError) body = <p className="lw-warning">{deals.error.message}</p>;
  else if (deals.isPending) body = <LoadingState rows={2} />;
  else if (opportunities.length === 0) body = <p className="lw-muted">{t('leads.deal.none')}</p>;
  else body = opportunities.map((opportunity) => <Deal key={opportunity.id} opportunity={opportunity} />);

  return (
    <RecordSection
      title={t('leads.deal.title')}
      extra={
        signed.length > 0 && (
          <Tag variant="filled" color="green" className="lw-tag">
            {t('leads.deal.signed', { count: signed.length, last })} <Money fen={sum} withUnit />
          </Tag>
        )
      }
    >
      {body}
    </RecordSection>
  );
}
