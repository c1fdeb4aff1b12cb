import { ArrowLeftOutlined, PlusOutlined, QrcodeOutlined } from '../common/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { formatMinute } from '../common/format/time';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn, Selection, SelectFilter } from '../common/templates/list/model';
import { secondary, useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ListPage } from '../common/templates/ListPage';
import { useFailure } from '../common/templates/useFailure';
import { useUrlFilters } from '../common/urlFilters';
import { useCan } from '../workspace/session';
import { AddAttendee } from './AddAttendee';
import './events.css';
import { useDecide, useEvent } from './events';
import { AttendeeStatusTag, EventStatusTag } from './EventStatusTag';
import { ImportAttendance } from './ImportAttendance';
import { type Attendee, ATTENDEE_FIGURES, ATTENDEE_STATUSES, ATTENDEE_WAYS, type Decision, LETTERS, MAIL_OUTCOMES } from './model';
import { UnmatchedPanel } from './UnmatchedPanel';

/** Who is on the list of an event, and what is decided about them. */
export function Attendees() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { message, modal } = App.useApp();
  const can = useCan();
  const failed = useFailure();
  const event = useEvent(id).data;
  const usual = useUsualFilters();
  const { filters } = useUrlFilters();
  const decide = useDecide(id);
  const [adding, setAdding] = useState(false);
  const mayEdit = can('campaigns.edit');
  const sessions = new Map((event?.sessions ?? []).map((session) => [session.id, session.title]));

  const status: SelectFilter = {
    kind: 'select', key: 'status', label: t('common.field.status'),
    options: ATTENDEE_STATUSES.map((value) => ({ value, label: t(`events.attendee.status.${value}`) })),
  };
  const attended: SelectFilter = {
    kind: 'select', key: 'attended', label: t('events.figure.attended'),
    options: [{ value: 'true', label: t('events.attendee.came') }, { value: 'false', label: t('events.attendee.cameNot') }],
  };
  const way: SelectFilter = {
    kind: 'select', key: 'way', label: t('events.attendee.way'),
    options: ATTENDEE_WAYS.map((value) => ({ value, label: t(`events.attendee.ways.${value}`) })),
  };
  const session: SelectFilter = {
    kind: 'select', key: 'session', label: t('events.part.programme'),
    options: [...sessions].map(([value, label]) => ({ value, label })),
  };
  const mailless: SelectFilter = {
    kind: 'select', key: 'mailless', label: t('events.attendee.mail'),
    options: [{ value: 'true', label: t('events.attendee.mailless') }],
  };

  const counted: SelectFilter = {
    kind: 'select', key: 'counted', label: t('events.attendee.counted'),
    options: ATTENDEE_FIGURES.map((value) => ({ value, label: t(`events.figure.${value}`) })),
  };
  const letter: SelectFilter = {
    kind: 'select', key: 'letter', label: t('events.mails.letter'),
    options: LETTERS.map((value) => ({ value, label: t(`events.letter.${value}`) })),
  };
  const mailed: SelectFilter = {
    kind: 'select', key: 'mailed', label: t('events.mails.outcome'),
    options: MAIL_OUTCOMES.map((value) => ({ value, label: t(`events.mailed.${value}`) })),
  };

  const run = (ids: string[], decision: Decision, done: () => void) =>
    decide.mutateAsync({ ids, decision }).then((told) => {
      void message.success(
        [
          told.approved && t('events.decided.approved', { count: told.approved }),
          told.waitlisted && t('events.decided.waitlisted', { count: told.waitlisted }),
          told.declined && t('events.decided.declined', { count: told.declined }),
          told.cancelled && t('events.decided.cancelled', { count: told.cancelled }),
          told.unchanged && t('events.decided.unchanged', { count: told.unchanged }),
        ].filter(Boolean).join(' · ') || t('events.decided.nothing'),
      );
      done();
    }, failed);
  const bulk = (selection: Selection<Attendee>) => {
    const act = (decision: Decision, danger: boolean) => (
      <Button
        key={decision}
        size="small"
        danger={danger}
        disabled={selection.everything}
        loading={decide.isPending}
        onClick={() =>
          danger
            ? modal.confirm({
                title: t(`events.decide.${decision}Sure`, { count: selection.count }),
                okText: t(`events.decide.${decision}`), okButtonProps: { danger: true }, cancelText: t('common.cancel'),
                onOk: () => run(selection.ids, decision, selection.clear),
              })
            : void run(selection.ids, decision, selection.clear)}
      >
        {t(`events.decide.${decision}`)}
      </Button>
    );
    return [act('approve', false), act('decline', true), act('cancel', true)];
  };

  const minutes = (seconds: number | null | undefined) => (seconds == null ? '' : formatNumber(Math.round(seconds / 60)));
  const mail = (row: Attendee) =>
    row.mail ? t(`messaging.state.${row.mail}`) : t(row.reachable ? 'events.attendee.mailNone' : 'events.attendee.mailless');
  const chosen = (row: Attendee) =>
    row.sessions.map((one) => `${sessions.get(one) ?? ''}${row.fullSessions.includes(one) ? t('events.attendee.sessionFull') : ''}`).filter(Boolean).join('、');
  const lead = (row: Attendee) =>
    row.leadId ? <Link to={`/leads?open=${row.leadId}`} onClick={(click) => click.stopPropagation()}>{t(row.newLead ? 'events.attendee.newLead' : 'events.attendee.lead')}</Link> : null;
  const came = (row: Attendee) => (row.attended ? `✓ ${row.checkedInAt ? formatMinute(row.checkedInAt).slice(11) : t('events.attendee.came')}` : '');
  const columns: ListColumn<Attendee>[] = [
    { key: 'name', title: t('events.attendee.name'), pinned: true, width: 140, render: (row) => <strong className="lw-name">{row.name ?? t('events.attendee.nameless')}</strong> },
    { key: 'company', title: t('common.field.company'), render: (row) => row.company },
    { key: 'title', title: t('events.attendee.title'), optional: true, render: (row) => row.title },
    { key: 'status', title: t('common.field.status'), render: (row) => <AttendeeStatusTag status={row.status} /> },
    { key: 'phone', title: t('events.attendee.phone'), render: (row) => <span className="lw-num">{row.phone}</span> },
    { key: 'email', title: t('events.attendee.email'), render: (row) => row.email },
    { key: 'way', title: t('events.attendee.way'), render: (row) => t(`events.attendee.ways.${row.way}`) },
    { key: 'registered', title: t('events.attendee.registeredAt'), render: (row) => <RelativeTime at={row.registeredAt} /> },
    { key: 'attended', title: t('events.figure.attended'), render: came },
    { key: 'minutes', title: t('events.attendee.minutes'), unit: t('events.attendee.minute'), align: 'right', render: (row) => minutes(row.seconds) },
    { key: 'replay', title: t('events.attendee.replay'), unit: t('events.attendee.minute'), align: 'right', optional: true, render: (row) => minutes(row.replaySeconds) },
    { key: 'sessions', title: t('events.part.programme'), optional: true, render: chosen },
    { key: 'mail', title: t('events.attendee.mail'), render: mail },
    { key: 'mailClicked', title: t('events.mails.clickedAt'), render: (row) => (row.mailClickedAt ? <RelativeTime at={row.mailClickedAt} /> : null) },
    { key: 'lead', title: t('common.field.leads'), render: lead },
  ];

  return (
    <>
      <ListPage<Attendee>
        page="attendees"
        back={<Link to={`/events/${id}`}><ArrowLeftOutlined /> {event?.title ?? t('events.title')}</Link>}
        title={<>{t('events.attendees')} {event && <EventStatusTag status={event.status} />}</>}
        hint={event && t('events.attendeesHint', { title: event.title, when: formatMinute(event.startsAt) })}
        path={`/events/${id}/attendees`}
        filters={[usual.search(t('events.attendee.search')), status, attended, secondary(way), ...(sessions.size > 0 ? [secondary(session)] : []), secondary(letter), ...(filters.letter ? [mailed] : []), secondary(mailless), secondary(counted)]}
        columns={columns}
        rowKey={(row) => row.id}
        actions={
          <>
            {event?.publishedAt && event.status !== 'cancelled' && can('leads.edit') && <Link to={`/events/${id}/check-in`}><Button icon={<QrcodeOutlined />}>{t('events.checkIn')}</Button></Link>}
            {event?.publishedAt && event.status !== 'cancelled' && can('imports.run') && <ImportAttendance eventId={id} />}
            {mayEdit && event?.publishedAt && event.status !== 'cancelled' && <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t('events.attendee.add')}</Button>}
          </>
        }
        {...(mayEdit ? { bulk } : {})}
        {...(can('leads.export') ? { exporting: { path: `/events/${id}/attendees/export`, name: 'attendees' } } : {})}
        card={(row) => (
          <ListCard
            title={row.name ?? t('events.attendee.nameless')}
            mark={<AttendeeStatusTag status={row.status} />}
            lines={[[row.company, row.phone].filter(Boolean).join(' · '), [came(row), mail(row)].filter(Boolean).join(' · ')]}
            actions={lead(row)}
          />
        )}
        empty={{ title: t('events.attendee.emptyTitle'), hint: t('events.attendee.emptyHint') }}
      />
      {event?.publishedAt && <UnmatchedPanel eventId={id} mayAssign={mayEdit} />}
      <AddAttendee eventId={id} open={adding} onClose={() => setAdding(false)} />
    </>
  );
}
