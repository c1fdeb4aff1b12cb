import type { EChartsOption } from 'echarts';
import { PALETTE } from '../common/charts/palette';
import { formatNumber } from '../common/format/numbers';

const MOST = 12;

export interface Bars {
  labels: string[];
  series: { name: string; values: number[] }[];
  /** Said where the picture shows only some of the lines. */
  note?: string | undefined;
}

/** The lines with the most of something: the rest is in the table. */
export function most<T>(rows: readonly T[], figure: (row: T) => number): T[] {
  return rows.filter((row) => figure(row) > 0).sort((a, b) => figure(b) - figure(a)).slice(0, MOST);
}

/** Lying bars, one group for each line. */
export function barOption({ labels, series, note }: Bars, narrow: boolean): EChartsOption {
  return {
    grid: { left: 8, right: narrow ? 20 : 48, top: 34, bottom: 4, outerBoundsMode: 'same' },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8 },
    ...(note && !narrow ? { title: { text: note, top: 0, right: 0 } } : {}),
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', min: 0, minInterval: 1, axisLabel: { formatter: (value: number) => formatNumber(value), hideOverlap: true }, splitNumber: narrow ? 3 : 5 },
    yAxis: { type: 'category', inverse: true, axisTick: { show: false }, data: labels, axisLabel: { width: narrow ? 84 : 180, overflow: 'truncate' } },
    series: series.map(({ name, values }, index) => ({
      type: 'bar', name, color: PALETTE[index]!, barMaxWidth: 12, data: values,
    })),
  };
}

export function barHeight(lines: number, narrow: boolean): number {
  return 70 + lines * (narrow ? 30 : 34);
}
