import { Segmented, Table } from 'antd';
import type { EChartsOption } from 'echarts';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../common/charts/Chart';
import { formatNumber } from '../common/format/numbers';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { byEnding, stepLines, type StepLine, sumOf } from './counts';
import { ENDINGS } from './model';
import { useCounts } from './sites';

const SPANS = [1, 7, 30];

/** What came in and what became of it, so that every hit is accounted for. */
export function Counts({ id }: { id: string }) {
  const { t } = useTranslation();
  const [span, setSpan] = useState(7);
  const counts = useCounts(id, span);
  const option = useMemo<EChartsOption>(
    () => ({
      tooltip: { trigger: 'axis' },
      legend: { bottom: 0 },
      grid: { top: 12, right: 12, bottom: 44, left: 12, containLabel: true },
      xAxis: { type: 'category', data: counts.data?.days.map(({ day }) => day.slice(5)) ?? [] },
      yAxis: { type: 'value', minInterval: 1 },
      series: ENDINGS.map((ending) => ({
        name: t(`collect.ending.${ending}`),
        type: 'bar' as const,
        stack: 'all',
        data: counts.data?.days.map(({ hits }) => hits[ending] ?? 0) ?? [],
      })),
    }),
    [counts.data, t],
  );

  if (counts.isPending) return <LoadingState />;
  if (counts.isError) return <ErrorState error={counts.error} onRetry={() => void counts.refetch()} />;
  const { lines } = counts.data;
  const total = sumOf(lines);
  return (
    <div className="lw-panel lw-site-part">
      <Segmented<number> value={span} onChange={setSpan} options={SPANS.map((value) => ({ value, label: t('collect.span', { count: value }) }))} style={{ justifySelf: 'start' }} />
      {total === 0 ? (
        <EmptyState title={t('collect.counts.empty')} hint={t('collect.counts.emptyHint')} />
      ) : (
        <>
          <div className="lw-balance">
            <div><span className="lw-muted">{t('collect.counts.came')}</span><strong>{formatNumber(total)}</strong></div>
            {byEnding(lines).map(({ ending, hits }) => (
              <div key={ending}><span className="lw-muted">{t(`collect.ending.${ending}`)}</span><strong>{formatNumber(hits)}</strong></div>
            ))}
          </div>
          {span > 1 && <Chart option={option} height={220} label={t('collect.counts.byDay')} />}
          <Table<StepLine>
            size="small"
            className="lw-table"
            rowKey="step"
            dataSource={stepLines(lines)}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              { key: 'step', title: t('collect.counts.step'), render: (_v, { step }) => t(`collect.step.${step}`) },
              { key: 'reached', title: t('collect.counts.reached'), align: 'right', className: 'lw-num', render: (_v, { reached }) => formatNumber(reached) },
              {
                key: 'ended',
                title: t('collect.counts.ended'),
                render: (_v, { ended }) =>
                  ended.map(({ outcome, hits }) => <div key={outcome} className="lw-wrap">{t(`collect.reason.${outcome}`)} <span className="lw-num">{formatNumber(hits)}</span></div>),
              },
            ]}
          />
          <p className="lw-muted">{t('collect.counts.hint')}</p>
        </>
      )}
    </div>
  );
}
