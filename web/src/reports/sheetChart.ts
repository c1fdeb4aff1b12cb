import type { EChartsOption } from 'echarts';
import type { TFunction } from 'i18next';
import { PALETTE } from '../common/charts/palette';
import { formatMoney } from '../common/format/money';
import type { MoneyUnit } from '../common/model';
import type { ChannelRow } from './model';

const MOST = 12;

/** The lines with most money in or out: the rest is in the table, and the picture says so. */
export function largestOf(rows: readonly ChannelRow[]): ChannelRow[] {
  const size = (row: ChannelRow) => Math.max(row.spendFen ?? 0, row.revenueFen);
  return rows.filter((row) => size(row) > 0).sort((a, b) => size(b) - size(a)).slice(0, MOST);
}

export function sheetOption(rows: readonly ChannelRow[], t: TFunction, unit: MoneyUnit, narrow: boolean): EChartsOption {
  const shown = largestOf(rows);
  const money = (value: number) => formatMoney(value, unit).replace(/\.00$/, '');
  const named = (word: string) => `${word} (${t(`common.unit.${unit}`)})`;
  return {
    grid: { left: 8, right: narrow ? 20 : 48, top: 34, bottom: 4, outerBoundsMode: 'same' },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8 },
    ...(shown.length < rows.length && !narrow
      ? { title: { text: t('reports.sheet.largest', { shown: shown.length, total: rows.length }), top: 0, right: 0 } }
      : {}),
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value) => formatMoney(typeof value === 'number' ? value : null, unit) },
    xAxis: { type: 'value', min: 0, axisLabel: { formatter: money, hideOverlap: true }, splitNumber: narrow ? 3 : 5 },
    yAxis: {
      type: 'category', inverse: true, axisTick: { show: false }, data: shown.map((row) => row.label),
      axisLabel: { width: narrow ? 84 : 180, overflow: 'truncate' },
    },
    series: [
      { type: 'bar', name: named(t('common.field.spend')), color: PALETTE[1], barMaxWidth: 12, data: shown.map((row) => row.spendFen) },
      { type: 'bar', name: named(t('common.field.revenue')), color: PALETTE[0], barMaxWidth: 12, data: shown.map((row) => row.revenueFen) },
    ],
  };
}
