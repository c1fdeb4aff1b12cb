import { Button, Progress, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { DASH, formatNumber, formatRate } from '../common/format/numbers';
import { RelativeTime } from '../common/RelativeTime';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import type { Learned, LearnedReport } from './model';
import { type LearnedDeed, useLearned, useLearnedDeed } from './scoring';

/** A score learned from our own wins: train it, see how good it is, apply it beside the rules. */
export function LearnedTab() {
  const { t } = useTranslation();
  const failed = useFailure();
  const query = useLearned();
  const deed = useLearnedDeed();
  const act = (what: LearnedDeed) => deed.mutate(what, { onError: failed });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingState rows={6} />;
  const [latest] = query.data;
  return (
    <>
      <section className="lw-panel">
        <div className="lw-scoring-bar">
          <span className="lw-muted">{t('scoring.learned.hint')}</span>
          <Button type="primary" disabled={latest?.state === 'running'} loading={deed.isPending} onClick={() => act({ do: 'train' })}>
            {t(latest ? 'scoring.learned.again' : 'scoring.learned.train')}
          </Button>
        </div>
        {!latest && <EmptyState title={t('scoring.learned.empty')} hint={t('scoring.learned.emptyHint')} />}
      </section>
      {query.data.map((learned) => <Training key={learned.version} learned={learned} act={act} />)}
    </>
  );
}

function Training({ learned, act }: { learned: Learned; act: (deed: LearnedDeed) => void }) {
  const { t } = useTranslation();
  const { version, state, report, looked, total } = learned;
  let body;
  if (state === 'running') {
    const read = total ? Math.floor((looked / total) * 100) : 0;
    body = (
      <div role="status">
        <Progress percent={read} />
        <div className="lw-actions">
          <span className="lw-muted">{total && looked >= total ? t('scoring.learned.learning') : t('scoring.learned.reading', { looked: formatNumber(looked), total: formatNumber(total) })}</span>
          <Button size="small" onClick={() => act({ do: 'cancel', version })}>{t('common.cancel')}</Button>
        </div>
      </div>
    );
  } else if (state === 'not_enough' && report) {
    body = <p>{t('scoring.learned.notEnough', { closed: report.closed, wins: report.wins, leastClosed: report.leastClosed, leastOfEach: report.leastOfEach })}</p>;
  } else if (state === 'done' && report) {
    body = <Report report={report} />;
  } else {
    body = <p>{t(state === 'cancelled' ? 'scoring.learned.cancelled' : 'scoring.learned.failed')}</p>;
  }
  return (
    <section className="lw-panel" aria-label={t('scoring.learned.version', { version })}>
      <div className="lw-scoring-bar">
        <span>
          <strong>{t('scoring.learned.version', { version })}</strong> {learned.applied && <Tag color="green">{t('scoring.learned.applied')}</Tag>}
          <span className="lw-muted"> {learned.startedBy} <RelativeTime at={learned.startedAt} /></span>
        </span>
        {state === 'done' &&
          (learned.applied ? (
            <Button size="small" onClick={() => act({ do: 'unapply' })}>{t('scoring.learned.unapply')}</Button>
          ) : (
            <Button size="small" type="primary" onClick={() => act({ do: 'apply', version })}>{t('scoring.learned.apply')}</Button>
          ))}
      </div>
      {body}
    </section>
  );
}

const within = (value: number | null | undefined, error: number | null | undefined) =>
  value == null ? DASH : `${formatRate(value)}${error == null ? '' : ` ± ${formatRate(error)}`}`;

function Report({ report }: { report: LearnedReport }) {
  const { t } = useTranslation();
  const column = (key: string) => t(`scoring.learned.column.${key}`);
  const leftOut = report.leftOut.filter(({ why }) => why !== 'asked');
  const most = Math.max(0.01, ...report.calibration.flatMap(({ predicted, actual }) => [predicted, actual]));
  return (
    <div className="lw-simulation">
      <p>
        {t('scoring.learned.sum', { closed: formatNumber(report.closed), wins: formatNumber(report.wins), open: formatNumber(report.open) })}{' '}
        <span className="lw-muted">{report.sampled && t('scoring.learned.sampled')} {t('scoring.learned.newLeads')}</span>
      </p>
      <p>
        <strong>{t('scoring.learned.auc')} <span className="lw-num">{within(report.auc, report.aucError)}</span></strong>{' '}
        <span className="lw-muted">{t('scoring.learned.aucHint')}</span>
      </p>
      <p>
        <strong>{t('scoring.learned.aucLater')} <span className="lw-num">{within(report.aucLater, report.aucLaterError)}</span></strong>{' '}
        <span className="lw-muted">{report.laterFrom ? t('scoring.learned.from', { day: report.laterFrom }) : t('scoring.learned.noLater')}</span>
      </p>
      <div>
        <h3 className="lw-scoring-group">
          {t('scoring.learned.calibration')}
          {report.calibrationError != null && ` · ${t('scoring.learned.calibrationError', { error: formatRate(report.calibrationError) })}`}
        </h3>
        <Table
          rowKey={(_, at) => at ?? 0}
          size="small"
          pagination={false}
          dataSource={report.calibration}
          columns={[
            { title: t('scoring.learned.predicted'), align: 'right', render: (_, tenth) => formatRate(tenth.predicted) },
            { title: t('scoring.learned.actual'), align: 'right', render: (_, tenth) => formatRate(tenth.actual) },
            { title: '', width: '50%', render: (_, tenth) => <Bar predicted={tenth.predicted / most} actual={tenth.actual / most} /> },
            { title: t('scoring.learned.leads'), align: 'right', dataIndex: 'leads' },
          ]}
        />
      </div>
      <Table
        rowKey="column"
        size="small"
        pagination={false}
        dataSource={[...report.used].sort((one, other) => other.auc - one.auc)}
        columns={[
          { title: t('scoring.learned.usedColumn'), render: (_, used) => column(used.column) },
          { title: t('scoring.learned.usedAuc'), align: 'right', render: (_, used) => formatRate(used.auc) },
        ]}
      />
      {leftOut.length > 0 && (
        <p className="lw-muted">
          {t('scoring.learned.leftOut', { columns: leftOut.map((out) => column(out.column)).join(' · ') })} {t('scoring.learned.leftOutHint')}
        </p>
      )}
    </div>
  );
}

/** What was won as a bar, what was said as a mark on it; both as shares of the greatest. */
function Bar({ predicted, actual }: { predicted: number; actual: number }) {
  return (
    <div className="lw-calibration" aria-hidden="true">
      <span style={{ width: `${actual * 100}%` }} />
      <i style={{ insetInlineStart: `${predicted * 100}%` }} />
    </div>
  );
}
