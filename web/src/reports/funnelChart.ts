import type { EChartsOption } from 'echarts';
import type { TFunction } from 'i18next';
import { PALETTE } from '../common/charts/palette';
import { formatNumber, formatRate } from '../common/format/numbers';
import type { Counts, FunnelRow } from './model';
import { ratesOf } from './rates';

/** Bars from a common zero: their lengths compare honestly, which the slanted sides of a funnel picture do not. */
export function funnelOption(counts: Counts, t: TFunction, narrow: boolean): EChartsOption {
  const rates = ratesOf(counts);
  return {
    grid: { left: 8, right: narrow ? 104 : 190, top: 4, bottom: 4, outerBoundsMode: 'same' },
    tooltip: { trigger: 'item' },
    xAxis: { type: 'value', min: 0, show: false },
    yAxis: {
      type: 'category', inverse: true, axisTick: { show: false }, axisLine: { show: false },
      data: rates.map(({ stage }) => t(`common.stage.${stage}`)),
    },
    series: [
      {
        type: 'bar', color: PALETTE[0], barWidth: '62%', barMinHeight: 2, itemStyle: { borderRadius: [0, 3, 3, 0] },
        tooltip: { valueFormatter: (value) => formatNumber(Number(value)) },
        data: rates.map(({ count, fromBefore, fromLead }, index) => ({
          value: count,
          label: {
            show: true,
            position: 'right',
            formatter: [
              formatNumber(count),
              ...(index > 0 ? [narrow ? formatRate(fromBefore) : t('reports.funnel.barRates', { before: formatRate(fromBefore), lead: formatRate(fromLead) })] : []),
            ].join('  '),
          },
        })),
      },
    ],
  };
}

const COUNTED = ['lead', 'mql', 'opportunity', 'won'] as const;
type CountedStage = (typeof COUNTED)[number];

const COLOUR: Record<CountedStage, string> = { lead: PALETTE[0], mql: PALETTE[4], opportunity: PALETTE[2], won: PALETTE[5] };

/** Four bars a month are too fine for a phone; the two ends of the funnel are kept. */
export function countedStages(narrow: boolean): readonly CountedStage[] {
  return narrow ? ['lead', 'won'] : COUNTED;
}

const SYMBOLS = ['circle', 'rect'] as const;

export function monthsOf(rows: readonly FunnelRow[]): FunnelRow[] {
  return rows.filter((row) => row.key !== 'none').sort((a, b) => a.key.localeCompare(b.key));
}

/** Month by month: counts as bars on the left axis, rates as lines on the right one, both from zero. */
export function monthOption(rows: readonly FunnelRow[], t: TFunction, narrow: boolean): EChartsOption {
  const months = monthsOf(rows);
  const rate = (row: FunnelRow, stage: 'mql' | 'won') => {
    const share = ratesOf(row.counts).find((one) => one.stage === stage)?.fromLead;
    return share === null || share === undefined ? null : Math.round(share * 1000) / 10;
  };
  return {
    grid: { left: 8, right: 8, top: 56, bottom: 4, outerBoundsMode: 'same' },
    legend: { top: 0, left: 0, right: 0, itemWidth: 14, itemHeight: 8 },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: months.map((row) => row.label), axisTick: { show: false } },
    yAxis: [
      { type: 'value', min: 0, minInterval: 1 },
      { type: 'value', min: 0, axisLabel: { formatter: '{value}%' }, splitLine: { show: false } },
    ],
    series: [
      ...countedStages(narrow).map((stage) => ({
        type: 'bar' as const,
        name: t(`common.stage.${stage}`),
        color: COLOUR[stage],
        barMaxWidth: 14,
        tooltip: { valueFormatter: (value: unknown) => formatNumber(Number(value)) },
        data: months.map((row) => row.counts[stage] ?? 0),
      })),
      ...(['mql', 'won'] as const).map((stage, index) => ({
        type: 'line' as const,
        yAxisIndex: 1,
        name: t('reports.funnel.rateOf', { stage: t(`common.stage.${stage}`) }),
        color: index === 0 ? PALETTE[1] : PALETTE[3],
        symbol: SYMBOLS[index] ?? 'circle',
        symbolSize: 6,
        lineStyle: index === 0 ? {} : { type: 'dashed' as const },
        tooltip: { valueFormatter: (value: unknown) => (value === null || value === undefined ? '—' : `${Number(value).toFixed(1)}%`) },
        data: months.map((row) => rate(row, stage)),
      })),
    ],
  };
}
