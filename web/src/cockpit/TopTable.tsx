import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMultiple, formatNumber } from '../common/format/numbers';
import { Money } from '../common/Money';
import type { FunnelStage } from '../common/model';
import { usePreferences } from '../common/preferences';
import { RecordSection } from '../common/templates/RecordSection';
import type { ChannelRow } from '../reports/model';

interface TopTableProps {
  title: string;
  rows: ChannelRow[];
  /** The full sheet this is the top of. */
  to: string;
  onDrill: (row: ChannelRow, stage: FunnelStage, figure: number) => void;
}

/** The few that brought most; the whole is one click away. */
export function TopTable({ title, rows, to, onDrill }: TopTableProps) {
  const { t } = useTranslation();
  const { moneyUnit } = usePreferences();
  const unit = <span className="lw-unit">({t(`common.unit.${moneyUnit}`)})</span>;
  const figure = (row: ChannelRow, stage: FunnelStage) => {
    const count = row.counts[stage] ?? 0;
    return (
      <button type="button" className="lw-figure" disabled={count === 0} onClick={() => onDrill(row, stage, count)}>
        {formatNumber(count)}
      </button>
    );
  };
  return (
    <RecordSection title={title} extra={<Link to={to}>{t('cockpit.all')}</Link>}>
      {rows.length === 0 ? (
        <p className="lw-muted">{t('cockpit.nothing')}</p>
      ) : (
        <div className="lw-scroll">
          <table className="lw-mini">
            <thead>
              <tr>
                <th />
                <th className="lw-num">{t('common.field.spend')} {unit}</th>
                <th className="lw-num">{t('common.stage.lead')}</th>
                <th className="lw-num">{t('common.stage.won')}</th>
                <th className="lw-num">{t('common.field.revenue')} {unit}</th>
                <th className="lw-num">ROMI</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row"><span className="lw-name" title={row.label}>{row.label}</span></th>
                  <td className="lw-num"><Money fen={row.spendFen} /></td>
                  <td className="lw-num">{figure(row, 'lead')}</td>
                  <td className="lw-num">{figure(row, 'won')}</td>
                  <td className="lw-num"><Money fen={row.revenueFen} /></td>
                  <td className="lw-num">{formatMultiple(row.romi)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </RecordSection>
  );
}
