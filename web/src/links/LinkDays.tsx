import type { EChartsOption } from 'echarts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../common/charts/Chart';
import { PALETTE } from '../common/charts/palette';
import { formatNumber } from '../common/format/numbers';
import { today } from '../common/format/time';
import { useLinkDays, wholeDays } from './links';

/** How often a link was followed, day by day. */
export function LinkDays({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useLinkDays(id).data;
  const days = useMemo(() => wholeDays(found ?? [], today()), [found]);
  const robots = (found ?? []).reduce((sum, one) => sum + one.robots, 0);
  const option = useMemo<EChartsOption>(
    () => ({
      grid: { left: 8, right: 12, top: 34, bottom: 4, outerBoundsMode: 'same' },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: days.map((one) => one.day), axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        { type: 'bar', stack: 'all', name: t('links.clicks'), color: PALETTE[0], barMaxWidth: 16, data: days.map((one) => one.clicks) },
        { type: 'bar', stack: 'all', name: t('links.scans'), color: PALETTE[1], barMaxWidth: 16, data: days.map((one) => one.scans) },
      ],
    }),
    [days, t],
  );
  if (days.length === 0) return <p className="lw-muted">{t('links.nobodyYet')}</p>;
  return (
    <>
      <Chart option={option} height={220} label={t('links.chart')} />
      {robots > 0 && <p className="lw-muted">{t('links.robots', { count: robots, shown: formatNumber(robots) })}</p>}
    </>
  );
}
