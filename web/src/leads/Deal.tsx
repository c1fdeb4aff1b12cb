import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../common/format/time';
import { Money } from '../common/Money';
import { Parts } from '../common/Parts';
import { DealMoves } from '../deals/DealMoves';
import type { Opportunity, Poc } from './model';

const TONE: Record<string, string> = { open: 'geekblue', poc: 'purple', won: 'green', lost: 'red' };
const MARK: Record<string, string> = { open: '◕', poc: '◕', won: '●', lost: '✕' };

/** One opportunity with its proofs of concept and contracts. */
export function Deal({ opportunity, actions }: { opportunity: Opportunity; actions?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const state = opportunity.stage;
  // A stage this app does not know yet is shown as the server writes it.
  const word = (prefix: string, key: string) => (i18n.exists(`${prefix}.${key}`) ? t(`${prefix}.${key}`) : key);
  const more = [
    [t('leads.field.product'), opportunity.product],
    [t('common.field.owner'), opportunity.owner],
    [t('leads.deal.lossReason'), opportunity.lossReason],
    [t('leads.deal.competitor'), opportunity.competitor],
  ].filter(([, value]) => value);
  const pocFacts = (poc: Poc) => [
    `${formatDay(poc.startedAt)} – ${poc.endedAt ? formatDay(poc.endedAt) : t('leads.deal.running')}`,
    poc.result && word('leads.deal.result', poc.result),
    poc.failureReason,
  ];

  return (
    <div className="lw-deal">
      <div className="lw-card-head">
        <strong>{opportunity.name}</strong>
        <Tag variant="filled" color={TONE[state] ?? 'default'} className="lw-tag">
          <span aria-hidden="true">{MARK[state] ?? '○'} </span>
          {word('leads.deal.stage', state)}
        </Tag>
      </div>
      <div className="lw-card-figures">
        <span>
          <span className="lw-muted">{t('leads.deal.amount')}</span> <Money fen={opportunity.amountFen} withUnit />
        </span>
        <span className="lw-num">
          <span className="lw-muted">{t('leads.deal.opened')}</span> {formatDay(opportunity.openedAt)}
        </span>
        {opportunity.closedAt && (
          <span className="lw-num">
            <span className="lw-muted">{t('leads.deal.closed')}</span> {formatDay(opportunity.closedAt)}
          </span>
        )}
      </div>
      {more.length > 0 && (
        <div className="lw-card-figures">
          {more.map(([label, value]) => (
            <span key={label}>
              <span className="lw-muted">{label}</span> {value}
            </span>
          ))}
        </div>
      )}
      {(opportunity.pocs.length > 0 || opportunity.contracts.length > 0) && (
        <ul>
          {opportunity.pocs.map((poc) => (
            <li key={poc.startedAt}>
              <span className="lw-muted">POC</span> <span><Parts of={pocFacts(poc)} /></span>
            </li>
          ))}
          {opportunity.contracts.map((contract) => (
            <li key={contract.id}>
              <span className="lw-muted">{t('leads.deal.contract')}</span>
              <span><Parts of={[contract.number, contract.product]} /></span>
              <span className="lw-num">{formatDay(contract.signedAt)}</span>
              <Money fen={contract.amountFen} withUnit />
              {typeof contract.arrFen === 'number' && (
                <span>
                  <span className="lw-muted">ARR</span> <Money fen={contract.arrFen} withUnit />
                </span>
              )}
              {(contract.startsOn || contract.endsOn) && (
                <span className="lw-num lw-muted">
                  {contract.startsOn ?? ''} – {contract.endsOn ?? ''}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {!opportunity.closedAt && <DealMoves id={opportunity.id} />}
      {actions}
    </div>
  );
}
