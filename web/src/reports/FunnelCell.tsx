import { useTranslation } from 'react-i18next';
import { formatNumber, formatRate } from '../common/format/numbers';
import { Figure } from './Figure';

interface FunnelCellProps {
  count: number;
  implied: number;
  fromBefore: number | null;
  first: boolean;
  label: string;
  onOpen: (implied: boolean) => void;
}

/** A count, its rate from the stage before, and how much of it is only implied. */
export function FunnelCell({ count, implied, fromBefore, first, label, onOpen }: FunnelCellProps) {
  const { t } = useTranslation();
  return (
    <span className="lw-funnel-cell">
      <Figure value={count} label={label} onOpen={() => onOpen(false)} />
      <span className="lw-funnel-rate">
        {implied > 0 && (
          <button type="button" className="lw-implied" title={t('reports.funnel.impliedHint', { count: implied })} onClick={() => onOpen(true)}>
            {t('reports.funnel.implied', { shown: formatNumber(implied) })}
          </button>
        )}
        <span className="lw-unit">{first ? '\u00a0' : formatRate(fromBefore)}</span>
      </span>
    </span>
  );
}
