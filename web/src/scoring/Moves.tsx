import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../common/api/useList';
import { RelativeTime } from '../common/RelativeTime';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { LeadName } from '../leads/LeadName';
import { ROUTES, type Moved } from './model';
import { ChangeText } from './ScoreCard';

/** Who went to the premium pool, to the SDRs, to incubation, and why. */
export function Moves() {
  const { t } = useTranslation();
  const [route, setRoute] = useState<string>('premium');
  const list = useList<Moved>('/scoring/moves', { route });
  let body;
  if (list.isError) body = <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  else if (list.isPending) body = <LoadingState rows={6} />;
  else if (list.rows.length === 0) body = <EmptyState title={t('scoring.moves.empty')} hint={t('scoring.moves.emptyHint')} />;
  else
    body = (
      <section className="lw-panel">
        <ul className="lw-score-list">
          {list.rows.map(({ change, leadId, lead }) => (
            <li key={`${leadId} ${change.at}`}>
              <span>
                {lead && <Link to={`/leads/${leadId}`}><LeadName lead={lead} /></Link>}
                {lead?.company && <span className="lw-muted"> · {lead.company}</span>}
                <br />
                <ChangeText change={change} />
              </span>
              <RelativeTime at={change.at} />
            </li>
          ))}
        </ul>
        {list.hasNextPage && <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('common.list.more')}</Button>}
      </section>
    );
  return (
    <>
      <div className="lw-scoring-bar">
        <Segmented value={route} options={ROUTES.filter((one) => one !== 'none').map((value) => ({ value, label: t(`scoring.route.${value}`) }))} onChange={setRoute} />
        <Link to={`/leads?score.route=${route}`}>{t('scoring.moves.allNow')}</Link>
      </div>
      {body}
    </>
  );
}
