import { Segmented } from 'antd';
import type { EChartsOption } from 'echarts';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../common/charts/Chart';
import { PALETTE } from '../common/charts/palette';
import { formatExactMoney, formatMoney } from '../common/format/money';
import { formatNumber } from '../common/format/numbers';
import { usePreferences } from '../common/preferences';
import { RecordSection } from '../common/templates/RecordSection';
import type { CockpitMonth } from '../reports/model';

const COUNTED = ['lead', 'mql', 'opportunity', 'won'] as const;
export type CountedStage = (typeof COUNTED)[number];

export function countOf(month: CockpitMonth, stage: CountedStage): number {
  return stage === 'lead' ? month.leads : month[stage];
}

interface TrendProps {
  months: CockpitMonth[];
  onDrill: (month: string, stage: CountedStage, figure: number) => void;
}

/** Month by month: money in and out, or how many reached each stage. */
export function Trend({ months, onDrill }: TrendProps) {
  const { t } = useTranslation();
  const { moneyUnit } = usePreferences();
  const [view, setView] = useState<'money' | 'counts'>('money');

  const option = useMemo<EChartsOption>(() => {
    const base: EChartsOption = {
      grid: { left: 8, right: 12, top: 36, bottom: 4, outerBoundsMode: 'same' },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8 },
      xAxis: { type: 'category', data: months.map((month) => month.month), axisTick: { show: false } },
    };
    if (view === 'money')
      return {
        ...base,
        tooltip: { trigger: 'axis', valueFormatter: (value) => formatExactMoney(Number(value)) },
        yAxis: { type: 'value', axisLabel: { formatter: (value: number) => formatMoney(value, moneyUnit).replace(/\.00$/, '') } },
        series: [
          { type: 'bar', name: t('common.field.revenue'), data: months.map((month) => month.revenueFen), color: PALETTE[0], barMaxWidth: 22 },
          { type: 'bar', name: t('common.field.spend'), data: months.map((month) => month.spendFen), color: PALETTE[1], barMaxWidth: 22 },
        ],
      };
    const symbols = ['circle', 'rect', 'triangle', 'diamond'];
    return {
      ...base,
      tooltip: { trigger: 'axis', valueFormatter: (value) => formatNumber(Number(value)) },
      yAxis: { type: 'value', minInterval: 1 },
      series: COUNTED.map((stage, index) => ({
        type: 'line',
        name: t(`common.stage.${stage}`),
        symbol: symbols[index] ?? 'circle',
        symbolSize: 7,
        data: months.map((month) => countOf(month, stage)),
      })),
    };
  }, [months, moneyUnit, t, view]);

  const pick = ({ seriesName, dataIndex }: { seriesName?: string; dataIndex: number }) => {
    const month = months[dataIndex];
    const stage = COUNTED.find((candidate) => t(`common.stage.${candidate}`) === seriesName);
    if (month && stage) onDrill(month.month, stage, countOf(month, stage));
  };

  return (
    <RecordSection
      title={t('cockpit.trendTitle')}
      extra={
        <Segmented<'money' | 'counts'>
          size="small"
          value={view}
          onChange={setView}
          options={[
            { value: 'money', label: `${t('cockpit.money')} (${t(`common.unit.${moneyUnit}`)})` },
            { value: 'counts', label: t('cockpit.counts') },
          ]}
        />
      }
    >
      <Chart option={option} label={t('cockpit.trendTitle')} height={260} {...(view === 'counts' ? { onPick: pick } : {})} />
    </RecordSection>
  );
}
