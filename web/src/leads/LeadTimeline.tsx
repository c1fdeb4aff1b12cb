import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../common/api/useList';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { TIMELINE_KINDS, type TimelineItem, type TimelineKind } from './model';
import { TimelineEntry } from './TimelineEntry';

/** What happened, newest first; a kind can be put aside to see the rest. */
export function LeadTimeline({ id }: { id: string }) {
  const { t } = useTranslation();
  const [kinds, setKinds] = useState<TimelineKind[]>([...TIMELINE_KINDS]);
  const everything = kinds.length === TIMELINE_KINDS.length;
  const list = useList<TimelineItem>(`/leads/${id}/timeline`, everything ? {} : { kinds: kinds.join(',') }, kinds.length > 0);

  let body;
  if (kinds.length === 0) body = <p className="lw-muted">{t('leads.timeline.pickKind')}</p>;
  else if (list.isError) body = <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  else if (list.isPending) body = <LoadingState rows={5} />;
  else if (list.rows.length === 0) body = <p className="lw-muted">{t('leads.timeline.empty')}</p>;
  else
    body = (
      <>
        <ol className="lw-timeline">
          {list.rows.map((item) => (
            <TimelineEntry key={item.id} item={item} />
          ))}
        </ol>
        {list.hasNextPage && (
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common.list.more')}
          </Button>
        )}
      </>
    );

  return (
    <RecordSection
      title={t('common.record.timeline')}
      extra={
        <Checkbox.Group<TimelineKind>
          value={kinds}
          onChange={setKinds}
          options={TIMELINE_KINDS.map((value) => ({ value, label: t(`leads.timeline.kind.${value}`) }))}
        />
      }
    >
      {body}
    </RecordSection>
  );
}
