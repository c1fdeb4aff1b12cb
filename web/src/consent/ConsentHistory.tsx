import { Drawer, Empty, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatMinute } from '../common/format/time';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useNarrow } from '../common/useNarrow';
import { useConsentHistory, usePurposes } from './consent';
import './consent.css';
import type { ConsentEntry } from './model';
import { useConsentWords } from './useConsentWords';

interface ConsentHistoryProps {
  leadId: string;
  open: boolean;
  onClose: () => void;
}

/** Everything that was ever said, with the words that were agreed to and what proves it. */
export function ConsentHistory({ leadId, open, onClose }: ConsentHistoryProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const history = useConsentHistory(leadId, open);
  return (
    <Drawer open={open} onClose={onClose} title={t('consent.history.title')} size={narrow ? '100%' : 560} destroyOnHidden>
      {history.error ? (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      ) : !history.data ? (
        <LoadingState />
      ) : history.data.length === 0 ? (
        <Empty description={t('consent.history.empty')} />
      ) : (
        <ol className="lw-consent-history">
          {history.data.map((entry) => <Entry key={entry.id} entry={entry} />)}
        </ol>
      )}
    </Drawer>
  );
}

function Entry({ entry }: { entry: ConsentEntry }) {
  const { t } = useTranslation();
  const { nameOf, textOf } = useConsentWords();
  const purpose = (usePurposes().data ?? []).find((one) => one.id === entry.purposeId);
  const words = entry.textOf ? undefined : purpose?.texts.find((text) => text.number === entry.textNumber);
  return (
    <li>
      <div className="lw-consent-line">
        <Tag color={entry.given ? 'green' : 'red'} variant="filled" className="lw-tag">
          {t(entry.given ? 'consent.given' : 'consent.withdrawn')}
        </Tag>
        <strong>{purpose ? nameOf(purpose) : ''} · {t(`consent.means.${entry.means}`)}</strong>
      </div>
      <div className="lw-muted">
        {formatMinute(entry.at)} · {t(`consent.source.${entry.source}`)}{entry.by ? ` · ${entry.by}` : ''}
      </div>
      {entry.textOf && (
        <div>
          {t('consent.history.formText', { form: entry.textOf })}
          {entry.textNumber ? ` · ${t('consent.history.version', { number: entry.textNumber })}` : ''}
        </div>
      )}
      {words && (
        <details>
          <summary>{t('consent.history.version', { number: words.number })}</summary>
          <p className="lw-consent-text">{textOf(words)}</p>
        </details>
      )}
      {entry.note && <div>{t('consent.history.proof')} {entry.note}</div>}
      {entry.proofId && <div className="lw-muted lw-consent-proof">{t('consent.history.proofId')} {entry.proofId}</div>}
      {entry.undoneAt && <div className="lw-muted">{t('consent.history.undone', { at: formatMinute(entry.undoneAt) })}</div>}
    </li>
  );
}
