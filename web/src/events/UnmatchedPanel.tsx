import { App, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinute } from '../common/format/time';
import { useFailure } from '../common/templates/useFailure';
import { useAssign, useAttendeeOptions, useUnmatched } from './events';
import type { UnmatchedLine } from './model';

/** Participants of a meeting that fit nobody on the list; nothing where there are none. */
export function UnmatchedPanel({ eventId, mayAssign }: { eventId: string; mayAssign: boolean }) {
  const { t } = useTranslation();
  const lines = useUnmatched(eventId).data ?? [];
  if (lines.length === 0) return null;
  return (
    <div className="lw-panel">
      <h2>{t('events.attendance.unmatched')}</h2>
      <p className="lw-muted">{t('events.attendance.unmatchedHint')}</p>
      <ul className="lw-checkin-list">
        {lines.map((line) => (
          <li key={line.id}>
            <div>
              <strong>{line.name ?? line.phone ?? line.email}</strong>
              <div className="lw-muted">
                {[line.company, line.joinedAt && formatMinute(line.joinedAt), t('events.attendance.minutes', { count: Math.round(line.seconds / 60) }), line.kind === 'replay' && t('events.attendance.replay')]
                  .filter(Boolean).join(' · ')}
              </div>
            </div>
            {mayAssign && <Owner eventId={eventId} line={line} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Owner({ eventId, line }: { eventId: string; line: UnmatchedLine }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const failed = useFailure();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const people = useAttendeeOptions(eventId, typed, open).data ?? [];
  const assign = useAssign(eventId);
  return (
    <Select<string>
      className="lw-event-owner"
      value={null}
      placeholder={t('events.attendance.assign')}
      aria-label={t('events.attendance.assign')}
      loading={assign.isPending}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onOpenChange={setOpen}
      options={people.map((one) => ({ value: one.id, label: [one.name ?? t('events.attendee.nameless'), one.company].filter(Boolean).join(' · ') }))}
      onChange={(attendeeId) =>
        assign.mutate({ line: line.id, attendeeId }, {
          onSuccess: (told) => void message.success(t('events.attendance.assigned', { count: told.lines })),
          onError: failed,
        })}
    />
  );
}
