import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinute } from '../common/format/time';
import { EditOutlined, PlusOutlined } from '../common/icons';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { usePurposes } from './consent';
import type { Purpose } from './model';
import { PurposeDrawer } from './PurposeDrawer';
import { useConsentWords } from './useConsentWords';

/** Purposes with the words people agree to, every version of them. */
export function PurposesPanel() {
  const { t } = useTranslation();
  const purposes = usePurposes();
  const { nameOf, textOf } = useConsentWords();
  const [edited, setEdited] = useState<Purpose | 'new' | null>(null);
  if (purposes.error) return <ErrorState error={purposes.error} onRetry={() => void purposes.refetch()} />;
  if (!purposes.data) return <LoadingState />;
  return (
    <>
      <p className="lw-muted">{t('consent.purposes.hint')}</p>
      <Button icon={<PlusOutlined />} onClick={() => setEdited('new')}>{t('consent.purposes.add')}</Button>
      <ul className="lw-purposes">
        {purposes.data.map((purpose) => (
          <li key={purpose.id} className="lw-panel">
            <header>
              <h3>{nameOf(purpose)}</h3>
              <Tag variant="filled" className="lw-tag">{t(`consent.rule.${purpose.rule}`)}</Tag>
              {purpose.archived && <Tag variant="filled" className="lw-tag">{t('consent.purposes.archived')}</Tag>}
              <span className="lw-muted">{purpose.key}</span>
              <Button size="small" icon={<EditOutlined />} onClick={() => setEdited(purpose)} aria-label={t('consent.purposes.edit', { name: nameOf(purpose) })}>
                {t('common.edit')}
              </Button>
            </header>
            {purpose.texts.slice(0, 1).map((text) => <p key={text.number} className="lw-consent-text">{textOf(text)}</p>)}
            <details>
              <summary>{t('consent.purposes.versions', { count: purpose.texts.length })}</summary>
              <ol className="lw-consent-history">
                {purpose.texts.map((text) => (
                  <li key={text.number}>
                    <div className="lw-muted">{t('consent.history.version', { number: text.number })} · {formatMinute(text.publishedAt)} · {text.publishedBy}</div>
                    <p className="lw-consent-text">{textOf(text)}</p>
                  </li>
                ))}
              </ol>
            </details>
          </li>
        ))}
      </ul>
      <PurposeDrawer purpose={edited === 'new' ? null : edited} open={edited !== null} onClose={() => setEdited(null)} />
    </>
  );
}
