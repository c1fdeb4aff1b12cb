import { useTranslation } from 'react-i18next';
import { formatRate } from '../common/format/numbers';
import { confidenceOf, isGuess } from './mapping';
import type { ImportHeader } from './model';

const MARK = { high: '●', middle: '◐', low: '○' } as const;

/** How sure the guess is; a column a person decided about needs no such word. */
export function GuessMark({ header, chosen }: { header: ImportHeader; chosen: string[] }) {
  const { t } = useTranslation();
  if (chosen.length === 0) return <span className="lw-muted">{t('imports.mapping.ignored')}</span>;
  if (!isGuess(header.guess, chosen)) return <span className="lw-muted">{t('imports.mapping.byHand')}</span>;
  const level = confidenceOf(header.confidence);
  return (
    <span className={level === 'low' ? 'lw-warning' : 'lw-muted'} title={formatRate(header.confidence)} style={{ whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{MARK[level]} </span>
      {t(`imports.mapping.sure.${level}`)}
    </span>
  );
}
