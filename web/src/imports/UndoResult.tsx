import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { type ImportUndo, UNDO_NOUNS } from './model';

/** What an undo took out, and what it had to leave. */
export function UndoResult({ undo }: { undo: Partial<ImportUndo> }) {
  const { t } = useTranslation();
  const removed = UNDO_NOUNS.filter((noun) => (undo[noun] ?? 0) > 0);
  return (
    <>
      {removed.length > 0 && (
        <p>
          {t('imports.undo.gone')}{t('imports.colon')}{removed.map((noun) => `${t(`imports.noun.${noun}`)} ${formatNumber(undo[noun])}`).join(' · ')}
        </p>
      )}
      {[...(undo.kept ?? []), ...(undo.shared ?? [])].map((kept) => (
        <p key={kept.reason} className="lw-muted">{kept.message}</p>
      ))}
    </>
  );
}
