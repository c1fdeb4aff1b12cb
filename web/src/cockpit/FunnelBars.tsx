import { useTranslation } from 'react-i18next';
import { formatNumber, formatRate, ratio } from '../common/format/numbers';
import { FUNNEL_STAGES, type Stage } from '../common/model';
import type { Counts } from '../reports/model';

interface FunnelBarsProps {
  counts: Counts;
  onDrill: (stage: Stage, figure: number) => void;
}

/** The funnel as bars one can read, click and print: count, share of the step before, share of all leads. */
export function FunnelBars({ counts, onDrill }: FunnelBarsProps) {
  const { t } = useTranslation();
  const widest = Math.max(1, ...FUNNEL_STAGES.map((stage) => counts[stage] ?? 0));
  return (
    <table className="lw-funnel">
      <thead>
        <tr>
          <th />
          <th />
          <th className="lw-num">{t('cockpit.count')}</th>
          <th className="lw-num">{t('cockpit.fromBefore')}</th>
          <th className="lw-num">{t('cockpit.fromLeads')}</th>
        </tr>
      </thead>
      <tbody>
        {FUNNEL_STAGES.map((stage, index) => {
          const count = counts[stage] ?? 0;
          const before = index > 0 ? (counts[FUNNEL_STAGES[index - 1] ?? 'lead'] ?? 0) : null;
          return (
            <tr key={stage}>
              <th scope="row">{t(`common.stage.${stage}`)}</th>
              <td className="lw-funnel-bar">
                <span style={{ width: `${(count / widest) * 100}%` }} />
              </td>
              <td className="lw-num">
                <button type="button" className="lw-figure" disabled={count === 0} onClick={() => onDrill(stage, count)}>
                  {formatNumber(count)}
                </button>
              </td>
              <td className="lw-num">{index === 0 ? '' : formatRate(ratio(count, before))}</td>
              <td className="lw-num">{index === 0 ? '' : formatRate(ratio(count, counts.lead))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
