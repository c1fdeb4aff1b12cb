import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AttendeeStatus, EventStatus } from './model';

const TONE: Record<EventStatus, string> = { draft: 'default', published: 'green', closed: 'gold', cancelled: 'red', ended: 'default' };
const MARK: Record<EventStatus, string> = { draft: '○', published: '●', closed: '◐', cancelled: '✕', ended: '▪' };

export function EventStatusTag({ status }: { status: EventStatus }) {
  const { t } = useTranslation();
  return (
    <Tag color={TONE[status]} variant="filled" className="lw-tag">
      <span aria-hidden="true">{MARK[status]} </span>
      {t(`events.status.${status}`)}
    </Tag>
  );
}

const ATTENDEE_TONE: Record<AttendeeStatus, string> = {
  waiting_for_approval: 'gold', approved: 'green', waitlisted: 'gold', declined: 'default', cancelled: 'default',
};
const ATTENDEE_MARK: Record<AttendeeStatus, string> = {
  waiting_for_approval: '?', approved: '●', waitlisted: '◐', declined: '✕', cancelled: '✕',
};

export function AttendeeStatusTag({ status }: { status: AttendeeStatus }) {
  const { t } = useTranslation();
  return (
    <Tag color={ATTENDEE_TONE[status]} variant="filled" className="lw-tag">
      <span aria-hidden="true">{ATTENDEE_MARK[status]} </span>
      {t(`events.attendee.status.${status}`)}
    </Tag>
  );
}
