import { SafetyCertificateOutlined } from '../common/icons';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../common/format/time';
import { Parts } from '../common/Parts';
import { RecordSection } from '../common/templates/RecordSection';
import type { Identifier } from './model';

/** By what the person is recognised, and how far each of it can be trusted. */
export function Identifiers({ identifiers }: { identifiers: Identifier[] }) {
  const { t, i18n } = useTranslation();
  if (identifiers.length === 0) return null;
  const word = (prefix: string, key: string) => (i18n.exists(`${prefix}.${key}`) ? t(`${prefix}.${key}`) : key);
  return (
    <RecordSection title={t('leads.identity.title')}>
      <dl className="lw-facts">
        {identifiers.map((identifier) => (
          <div key={`${identifier.kind}${identifier.value}`} className="lw-fact">
            <dt>{word('leads.identity.kind', identifier.kind)}</dt>
            <dd>
              {identifier.value}
              <div className="lw-fact-source">
                {identifier.trust === 'A' && <SafetyCertificateOutlined />}{' '}
                <Parts
                  of={[
                    word('leads.identity.trust', identifier.trust),
                    identifier.firstSeenAt && t('leads.identity.since', { day: formatDay(identifier.firstSeenAt) }),
                  ]}
                />
              </div>
            </dd>
          </div>
        ))}
      </dl>
    </RecordSection>
  );
}
