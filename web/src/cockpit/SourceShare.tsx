import type { EChartsOption } from 'echarts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../common/charts/Chart';
import { SOURCE_CLASS_COLOUR, UNKNOWN_COLOUR } from '../common/charts/palette';
import { formatExactMoney } from '../common/format/money';
import { formatNumber, formatRate, ratio } from '../common/format/numbers';
import { Money } from '../common/Money';
import { usePreferences } from '../common/preferences';
import type { CockpitReport } from '../reports/model';

interface SourceShareProps {
  share: CockpitReport['sourceShare'];
  onDrill: (sourceClass: string | null, label: string, figure: number) => void;
}

/** Which class of source signed how much: a ring for the eye, a table for the figures. */
export function SourceShare({ share, onDrill }: SourceShareProps) {
  const { t } = useTranslation();
  const { moneyUnit } = usePreferences();
  const rows = useMemo(
    () =>
      share.map((row) => {
        const known = row.sourceClass === 'none' ? null : row.sourceClass;
        return {
          ...row,
          sourceClass: known,
          label: t(`common.sourceClass.${known ?? 'unknown'}`),
          colour: known ? SOURCE_CLASS_COLOUR[known] : UNKNOWN_COLOUR,
        };
      }),
    [share, t],
  );
  const total = rows.reduce((sum, row) => sum + row.revenueFen, 0);
  const option = useMemo<EChartsOption>(
    () => ({
      tooltip: { valueFormatter: (value) => formatExactMoney(Number(value)) },
      series: [
        {
          type: 'pie',
          radius: ['58%', '88%'],
          label: { show: false },
          itemStyle: { borderWidth: 1, borderColor: 'transparent' },
          data: rows.map((row) => ({ name: row.label, value: row.revenueFen, itemStyle: { color: row.colour } })),
        },
      ],
    }),
    [rows],
  );
  return (
    <div className="lw-share">
      <Chart
        option={option}
        label={t('cockpit.shareTitle')}
        height={170}
        onPick={({ dataIndex }) => {
          const row = rows[dataIndex];
          if (row) onDrill(row.sourceClass, row.label, row.won);
        }}
      />
      <table className="lw-mini">
        <thead>
          <tr>
            <th />
            <th className="lw-num">
              {t('common.field.revenue')} <span className="lw-unit">({t(`common.unit.${moneyUnit}`)})</span>
            </th>
            <th className="lw-num">{t('cockpit.share')}</th>
            <th className="lw-num">{t('common.stage.won')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.sourceClass ?? 'unknown'}>
              <th scope="row">
                <i style={{ background: row.colour }} />
                {row.label}
              </th>
              <td className="lw-num"><Money fen={row.revenueFen} /></td>
              <td className="lw-num">{formatRate(ratio(row.revenueFen, total))}</td>
              <td className="lw-num">
                <button type="button" className="lw-figure" disabled={row.won === 0} onClick={() => onDrill(row.sourceClass, row.label, row.won)}>
                  {formatNumber(row.won)}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
