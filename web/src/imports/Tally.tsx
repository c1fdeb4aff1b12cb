import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import type { ImportCounts } from './model';

const KEYS = ['new', 'changed', 'same', 'bad'] as const;
/** Shown where the file has rules that make some. */
const BESIDE = ['waiting', 'leftOut'] as const;

/** The counts every check and every result ends in. */
export function Tally({ counts, rows }: { counts: ImportCounts; rows?: number }) {
  const { t } = useTranslation();
  return (
    <dl className="lw-tally">
      {rows !== undefined && (
        <div>
          <dt>{t('imports.count.rows')}</dt>
          <dd>{formatNumber(rows)}</dd>
        </div>
      )}
      {[...KEYS, ...BESIDE.filter((key) => (counts[key] ?? 0) > 0)].map((key) => (
        <div key={key} title={t(`imports.countHint.${key}`)}>
          <dt>{t(`imports.count.${key}`)}</dt>
          <dd className={key === 'bad' && counts.bad > 0 ? 'lw-warning' : ''}>{formatNumber(counts[key] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
