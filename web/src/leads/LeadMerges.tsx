import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatMinute } from '../common/format/time';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { unmerge, useMerges } from '../duplicates/duplicates';
import '../duplicates/duplicates.css';
import { EvidenceList } from '../duplicates/EvidenceList';
import type { Merged } from '../duplicates/model';
import { useCan } from '../workspace/session';

/** Who was made one with this person, why, and the way back. */
export function LeadMerges({ leadId }: { leadId: string }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const can = useCan();
  const failed = useFailure();
  const merges = useMerges(leadId).data ?? [];
  if (merges.length === 0) return null;
  const name = (of: string | null | undefined) => of ?? t('leads.noName');
  const split = (merge: Merged) =>
    modal.confirm({
      title: t('leads.merge.splitAsk', { one: name(merge.merged), other: name(merge.survivor) }),
      content: t('leads.merge.splitHint'),
      okText: t('leads.merge.split'),
      cancelText: t('common.cancel'),
      onOk: () => unmerge(merge.id).then(() => message.success(t('leads.merge.splitDone')), failed),
    });
  return (
    <RecordSection title={t('leads.merge.title')}>
      <ul className="lw-merges">
        {merges.map((merge) => (
          <li key={merge.id}>
            <div>
              {t(merge.byHand ? 'leads.merge.byHand' : 'leads.merge.byRule', { one: name(merge.merged), other: name(merge.survivor) })}
              <div className="lw-fact-source">{[formatMinute(merge.at), merge.by].filter(Boolean).join(' · ')}</div>
            </div>
            <EvidenceList evidence={merge.evidence} />
            {can('leads.merge') && <Button size="small" onClick={() => split(merge)}>{t('leads.merge.split')}</Button>}
          </li>
        ))}
      </ul>
    </RecordSection>
  );
}
