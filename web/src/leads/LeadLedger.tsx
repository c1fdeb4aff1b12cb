import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinute } from '../common/format/time';
import { StageTag } from '../common/StageTag';
import { RecordSection } from '../common/templates/RecordSection';
import { useNarrow } from '../common/useNarrow';
import { type Stay, staysOf, withImplied } from './ledger';
import type { LedgerRow } from './model';
import { StayLength } from './StayLength';

/** The way of the lead through the stages: when in, how long, by whom and why. */
export function LeadLedger({ ledger }: { ledger: LedgerRow[] }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  // The open stay is measured from the moment the record was opened; a running clock would only disturb.
  const [now] = useState(() => Date.now());
  const stays = staysOf(withImplied(ledger), now);

  const implied = (stay: Stay) =>
    stay.implied && <span className="lw-implied" title={t('leads.ledger.impliedHint')}>{t('leads.ledger.implied')}</span>;
  const why = (stay: Stay) => [stay.reason, stay.leaveReason].filter(Boolean).join(t('leads.semicolon'));
  const stayed = (stay: Stay) => (
    <span>
      {!stay.leftAt && <span className="lw-muted">{t('leads.ledger.still')} </span>}
      <StayLength milliseconds={stay.milliseconds} />
    </span>
  );
  // A column that nobody filled says nothing.
  const actors = stays.some((stay) => stay.actor);
  const reasons = stays.some((stay) => why(stay));

  let body;
  if (stays.length === 0) body = <p className="lw-muted">{t('leads.ledger.empty')}</p>;
  else if (narrow)
    body = stays.map((stay, index) => (
      <div key={`${stay.stage}${index}`} className="lw-steps-card">
        <span className="lw-actions">
          <StageTag stage={stay.stage} />
          {implied(stay)}
          <span className="lw-spacer" />
          {stayed(stay)}
        </span>
        <span className="lw-muted lw-num">
          {formatMinute(stay.enteredAt)} {stay.actor}
        </span>
        {why(stay) && <span>{why(stay)}</span>}
      </div>
    ));
  else
    body = (
      <table className="lw-steps">
        <thead>
          <tr>
            <th>{t('common.field.stage')}</th>
            <th>{t('leads.ledger.entered')}</th>
            {actors && <th>{t('leads.ledger.actor')}</th>}
            {reasons && <th>{t('leads.ledger.reason')}</th>}
            <th className="lw-end">{t('leads.ledger.stayed')}</th>
          </tr>
        </thead>
        <tbody>
          {stays.map((stay, index) => (
            <tr key={`${stay.stage}${index}`}>
              <td>
                <span className="lw-actions">
                  <StageTag stage={stay.stage} />
                  {implied(stay)}
                </span>
              </td>
              <td className="lw-num">{formatMinute(stay.enteredAt)}</td>
              {actors && <td><span className="lw-cut">{stay.actor}</span></td>}
              {reasons && <td>{why(stay)}</td>}
              <td className="lw-end">{stayed(stay)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  return <RecordSection title={t('leads.ledger.title')}>{body}</RecordSection>;
}
