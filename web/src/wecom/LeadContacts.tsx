import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../common/RelativeTime';
import { RecordSection } from '../common/templates/RecordSection';
import { useBonds } from './wecom';

/** Who of us has this person in WeCom, since when, by which code, and who was deleted. */
export function LeadContacts({ leadId }: { leadId: string }) {
  const { t, i18n } = useTranslation();
  const bonds = useBonds(leadId).data ?? [];
  if (bonds.length === 0) return null;
  const way = (word: string | null | undefined) => (word && i18n.exists(`wecom.addWay.${word}`) ? t(`wecom.addWay.${word}`) : undefined);
  return (
    <RecordSection title={t('wecom.bond.title')}>
      <ul className="lw-related">
        {bonds.map((bond) => (
          <li key={`${bond.colleague}${bond.contact}`}>
            <span>
              {bond.colleague}
              {bond.contact && <span className="lw-muted"> · {t('wecom.bond.nickname', { name: bond.contact })}</span>}
              <div className="lw-muted">
                {[bond.code, bond.code ? undefined : way(bond.addWay), ...bond.tags].filter(Boolean).join(' · ')}
                {bond.addedAt && <> · <RelativeTime at={bond.addedAt} /></>}
              </div>
            </span>
            {bond.leftBy && (
              <Tag color="red" variant="filled" className="lw-tag">
                {t(`wecom.bond.leftBy.${bond.leftBy}`)} <RelativeTime at={bond.leftAt} />
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </RecordSection>
  );
}
