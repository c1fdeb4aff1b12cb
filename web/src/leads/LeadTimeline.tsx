import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../common/api/useList';
import { formatNumber } from '../common/format/numbers';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { leadCalled } from './leadCalled';
import { type LeadRow, TIMELINE_KINDS, type TimelineItem, type TimelineKind } from './model';
import { TimelineEntry } from './TimelineEntry';

interface LeadTimelineProps {
  /** Whose story. */
  of: `/leads/${string}` | `/companies/${string}`;
  /** Of several leads: which of them an entry is about is said. */
  leads?: readonly LeadRow[];
}

/** What happened, newest first; narrowed to kinds, and of a person with several leads to this one. */
export function LeadTimeline({ of, leads = [] }: LeadTimelineProps) {
  const { t } = useTranslation();
  const [kinds, setKinds] = useState<TimelineKind[]>([]);
  const company = of.startsWith('/companies');
  const several = !company && leads.length > 1;
  const [whole, setWhole] = useState(true);
  const list = useList<TimelineItem>(`${of}/timeline`, {
    ...(kinds.length ? { kinds: kinds.join(',') } : {}),
    ...(several && whole ? { of: 'person' } : {}),
  });
  const called = new Map(leads.map((lead) => [lead.id, leadCalled(lead, t)]));
  const about = (item: TimelineItem) => (company && item.leadId ? called.get(item.leadId) : undefined);

  let body;
  if (list.isError) body = <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  else if (list.isPending) body = <LoadingState rows={5} />;
  else if (list.rows.length === 0) body = <p className="lw-muted">{t('leads.timeline.empty')}</p>;
  else
    body = (
      <>
        <ol className="lw-timeline">
          {list.rows.map((item) => (
            // an opportunity is told of as it opens and as it closes
            <TimelineEntry key={item.id + item.subject} item={item} about={about(item)} />
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
      extra={list.total !== undefined && <span className="lw-muted">{formatNumber(list.total)}</span>}
    >
      <div className="lw-timeline-tools">
        {several && (
          <Segmented<'person' | 'lead'>
            size="small"
            value={whole ? 'person' : 'lead'}
            onChange={(value) => setWhole(value === 'person')}
            options={[
              { value: 'person', label: t('leads.timeline.whole', { count: leads.length }) },
              { value: 'lead', label: t('leads.timeline.thisLead') },
            ]}
          />
        )}
        <Select<TimelineKind[]>
          mode="multiple"
          size="small"
          allowClear
          maxTagCount="responsive"
          value={kinds}
          onChange={setKinds}
          placeholder={t('leads.timeline.everything')}
          aria-label={t('leads.timeline.kinds')}
          popupMatchSelectWidth={false}
          options={TIMELINE_KINDS.map((value) => ({ value, label: t(`leads.timeline.kind.${value}`) }))}
        />
      </div>
      {body}
    </RecordSection>
  );
}
