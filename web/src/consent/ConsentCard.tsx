import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../common/RelativeTime';
import { RecordSection } from '../common/templates/RecordSection';
import { useCan } from '../workspace/session';
import { usePurposes, useStanding } from './consent';
import './consent.css';
import { ConsentHistory } from './ConsentHistory';
import { MEANS, type Means, type Purpose } from './model';
import { SayDrawer } from './SayDrawer';
import { useConsentWords } from './useConsentWords';

/** What somebody agreed to, by purpose and means, when and how; and which of their addresses nobody may contact. */
export function ConsentCard({ leadId }: { leadId: string }) {
  const { t } = useTranslation();
  const mayEdit = useCan()('leads.edit');
  const { nameOf } = useConsentWords();
  const standing = useStanding(leadId).data;
  const purposes = usePurposes().data ?? [];
  const [looking, setLooking] = useState(false);
  const [saying, setSaying] = useState<{ purpose?: Purpose; means?: Means } | null>(null);
  if (!standing) return null;
  const stateOf = (purpose: Purpose, means: Means) => standing.states.find((one) => one.purposeId === purpose.id && one.means === means);
  const shown = purposes.filter((purpose) => !purpose.archived || MEANS.some((means) => stateOf(purpose, means)));

  return (
    <RecordSection
      title={t('consent.card.title')}
      extra={
        <span className="lw-consent-actions">
          <Button size="small" type="link" onClick={() => setLooking(true)}>{t('consent.card.history')}</Button>
          {mayEdit && !standing.erased && <Button size="small" onClick={() => setSaying({})}>{t('consent.card.say')}</Button>}
        </span>
      }
    >
      {standing.blocked.length > 0 && (
        <ul className="lw-consent-blocked">
          {standing.blocked.map((one) => (
            <li key={`${one.means}${one.address}`}>
              <strong>{t('consent.card.blocked', { means: t(`consent.means.${one.means}`) })}</strong> {one.address}
              <span className="lw-muted"> · {t(`consent.reason.${one.reason}`)} · <RelativeTime at={one.since} /></span>
            </li>
          ))}
        </ul>
      )}
      <dl className="lw-consents">
        {shown.map((purpose) => (
          <div key={purpose.id}>
            <dt>
              {nameOf(purpose)}
              <span className="lw-muted"> · {t(`consent.rule.${purpose.rule}`)}</span>
            </dt>
            <dd>
              {MEANS.map((means) => {
                const state = stateOf(purpose, means);
                if (!state) return null;
                return (
                  <div key={means} className="lw-consent-line">
                    <Tag color={state.given ? 'green' : 'red'} variant="filled" className="lw-tag">
                      {t(`consent.means.${means}`)} · {t(state.given ? 'consent.given' : 'consent.withdrawn')}
                    </Tag>
                    <span className="lw-muted">
                      {t(`consent.source.${state.source}`)}{state.by ? ` · ${state.by}` : ''} · <RelativeTime at={state.at} />
                    </span>
                  </div>
                );
              })}
              {!MEANS.some((means) => stateOf(purpose, means)) && <span className="lw-muted">{t('consent.card.never')}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <ConsentHistory leadId={leadId} open={looking} onClose={() => setLooking(false)} />
      <SayDrawer leadId={leadId} purposes={purposes.filter((purpose) => !purpose.archived)} open={saying !== null} onClose={() => setSaying(null)} />
    </RecordSection>
  );
}
