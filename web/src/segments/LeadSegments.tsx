import { DeleteOutlined } from '../common/icons';
import { Button, Popover, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RelativeTime } from '../common/RelativeTime';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { RuleText } from '../rules/RuleText';
import { useCan } from '../workspace/session';
import type { InSegment } from './model';
import { leadsOf } from './Segments';
import { putIntoSegment, takeFromSegment, useSegment, useSegmentReasons, useSegmentsOf } from './segments';

/** The segments a lead is in, and why. */
export function LeadSegments({ lead }: { lead: string }) {
  const { t } = useTranslation();
  const mayEdit = useCan()('segments.edit');
  const failed = useFailure();
  const toast = useUndoToast();
  const all = useSegmentsOf(lead).data ?? [];
  if (all.length === 0) return null;
  const take = (segment: InSegment) =>
    takeFromSegment(segment.id, [lead]).then(
      () => toast(t('segments.taken', { name: segment.name }), () => putIntoSegment(segment.id, { ids: [lead] })),
      failed,
    );
  return (
    <RecordSection title={t('segments.title')}>
      <ul className="lw-lead-segments">
        {all.map((segment) => (
          <li key={segment.id}>
            <Link to={leadsOf(segment)}><Tag color={segment.kind === 'dynamic' ? 'blue' : 'default'}>{segment.name}</Tag></Link>
            <span className="lw-muted"><RelativeTime at={segment.since} /></span>
            {segment.kind === 'dynamic' && <Why segment={segment} lead={lead} />}
            {segment.kind === 'static' && mayEdit && (
              <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('segments.take', { name: segment.name })} onClick={() => void take(segment)} />
            )}
          </li>
        ))}
      </ul>
    </RecordSection>
  );
}

function Why({ segment, lead }: { segment: InSegment; lead: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const rule = useSegment(open ? segment.id : undefined).data?.rule;
  const reasons = useSegmentReasons(segment.id, lead, open);
  let content = <LoadingState />;
  if (reasons.error) content = <ErrorState error={reasons.error} />;
  else if (rule && reasons.data) content = <RuleText condition={rule} reasons={reasons.data} />;
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} content={<div className="lw-segment-why">{content}</div>}>
      <Button type="link" size="small">{t('segments.why')}</Button>
    </Popover>
  );
}
