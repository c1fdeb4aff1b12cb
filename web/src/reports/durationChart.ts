import type { EChartsOption } from 'echarts';
import type { TFunction } from 'i18next';
import { PALETTE } from '../common/charts/palette';
import { formatDays } from '../common/format/numbers';

export interface DurationBar {
  label: string;
  medianDays?: number | null | undefined;
  p90Days?: number | null | undefined;
}

const MOST = 15;

/** Median and P90 side by side: deal times are so skewed that a mean alone misleads. */
export function durationOption(bars: readonly DurationBar[], t: TFunction, narrow: boolean): EChartsOption {
  const shown = bars.slice(0, MOST);
  const inDays = (name: string) => `${name} (${t('reports.duration.unit')})`;
  const series = (name: string, color: string, values: (number | null | undefined)[]) => ({
    type: 'bar' as const, name, color, barMaxWidth: 12,
    data: values.map((value) => value ?? null),
    label: { show: true, position: 'right' as const, formatter: ({ value }: { value?: unknown }) => (typeof value === 'number' ? formatDays(value) : '') },
  });
  return {
    grid: { left: 8, right: 48, top: 34, bottom: 4, outerBoundsMode: 'same' },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value) => (typeof value === 'number' ? t('reports.duration.days', { days: formatDays(value) }) : '—') },
    xAxis: { type: 'value', axisLabel: { hideOverlap: true }, splitNumber: narrow ? 3 : 5 },
    yAxis: {
      type: 'category', inverse: true, axisTick: { show: false }, data: shown.map((bar) => bar.label),
      axisLabel: { width: narrow ? 96 : 200, overflow: 'truncate' },
    },
    series: [
      series(inDays(t('reports.duration.median')), PALETTE[0], shown.map((bar) => bar.medianDays)),
      series(inDays('P90'), PALETTE[1], shown.map((bar) => bar.p90Days)),
    ],
  };
}

export function durationHeight(bars: readonly DurationBar[]): number {
  return 64 + Math.min(MOST, bars.length) * 36;
}
