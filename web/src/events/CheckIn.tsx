import { ArrowLeftOutlined, QrcodeOutlined, UserAddOutlined } from '../common/icons';
import { Alert, App, Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { formatMinute } from '../common/format/time';
import { EmptyState, LoadingState } from '../common/templates/PageState';
import { found, tokenOf } from './doorQueue';
import './events.css';
import { useEvent } from './events';
import { AttendeeStatusTag } from './EventStatusTag';
import type { DoorLine } from './model';
import { Scanner } from './Scanner';
import { newId, useDoor } from './useDoor';
import { WalkIn, type WalkInFields } from './WalkIn';

const MOST_SHOWN = 60;

/** The door of an event, held in one hand: scan, search, let in; good on a bad net. */
export function CheckIn() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { message, modal } = App.useApp();
  const event = useEvent(id).data;
  const door = useDoor(id);
  const [typed, setTyped] = useState('');
  const [scanning, setScanning] = useState(false);
  const [walkIn, setWalkIn] = useState(false);

  const here = door.lines.filter((line) => line.checkInId).length;
  const expected = door.lines.filter((line) => line.status === 'approved').length;
  const hits = found(door.lines, typed);
  const called = (line: DoorLine) => line.name ?? t('events.attendee.nameless');

  const letIn = (line: DoorLine, way: 'scan' | 'search') => {
    if (line.checkInId) {
      void message.warning(t('events.door.already', { name: called(line), at: formatMinute(line.checkedInAt).slice(11) }));
      return;
    }
    const enter = () => {
      door.add({ kind: 'checkIn', id: newId(), attendeeId: line.id, way, at: new Date().toISOString() });
      void message.success(t('events.door.welcome', { name: called(line) }));
    };
    if (line.status === 'approved') enter();
    else {
      modal.confirm({
        title: t('events.door.letInSure', { name: called(line), status: t(`events.attendee.status.${line.status}`) }),
        okText: t('events.door.letIn'), cancelText: t('common.cancel'), onOk: enter,
      });
    }
  };
  const scanned = (code: string) => {
    const token = tokenOf(code);
    const line = token && door.lines.find((one) => one.token === token);
    if (line) letIn(line, 'scan');
    else void message.error(t(token ? 'events.door.unknownCode' : 'events.door.strangeCode'));
  };
  const undo = (line: DoorLine) =>
    modal.confirm({
      title: t('events.door.undoSure', { name: called(line) }), okText: t('common.undo'), cancelText: t('common.cancel'),
      onOk: () => {
        if (line.checkInId) door.add({ kind: 'undo', id: newId(), checkInId: line.checkInId });
      },
    });
  const enter = (said: WalkInFields) => {
    door.add({ kind: 'walkIn', id: newId(), ...said, at: new Date().toISOString() });
    setWalkIn(false);
    setTyped('');
    void message.success(t('events.door.welcome', { name: said.name }));
  };

  return (
    <section className="lw-page lw-checkin">
      <div><Link to={`/events/${id}/attendees`}><ArrowLeftOutlined /> {event?.title ?? t('events.attendees')}</Link></div>
      <header className="lw-checkin-head">
        <div className="lw-checkin-count" aria-live="polite">
          <strong className="lw-num">{formatNumber(here)}</strong>
          <span className="lw-muted"> / {formatNumber(expected)} {t('events.door.here')}</span>
        </div>
        {(door.waiting > 0 || door.offline) && (
          <span className="lw-checkin-net" role="status">
            {door.waiting > 0 ? t('events.door.waiting', { count: door.waiting }) : t('events.door.offline')}
          </span>
        )}
      </header>
      {door.refused.length > 0 && (
        <Alert
          type="error"
          showIcon
          closable={{ onClose: door.forgive }}
          title={t('events.door.refused', { count: door.refused.length })}
          description={door.refused.map(({ deed, reason }) => (
            <div key={deed.id}>{deed.kind === 'walkIn' ? `${deed.name} ${deed.phone} · ` : ''}{reason}</div>
          ))}
        />
      )}
      <div className="lw-checkin-acts">
        <Button size="large" type={scanning ? 'default' : 'primary'} icon={<QrcodeOutlined />} onClick={() => setScanning(!scanning)}>
          {t(scanning ? 'events.door.scanStop' : 'events.door.scan')}
        </Button>
        <Button size="large" icon={<UserAddOutlined />} onClick={() => setWalkIn(true)}>{t('events.door.walkIn')}</Button>
      </div>
      {scanning && <Scanner onCode={scanned} />}
      <Input.Search
        size="large"
        allowClear
        value={typed}
        placeholder={t('events.door.search')}
        aria-label={t('events.door.search')}
        onChange={(change) => setTyped(change.target.value)}
      />
      {!door.loaded && <LoadingState />}
      {door.loaded && hits.length === 0 && (
        <EmptyState title={t('events.door.nobody')} hint={t('events.door.nobodyHint')} action={<Button type="primary" onClick={() => setWalkIn(true)}>{t('events.door.walkIn')}</Button>} />
      )}
      <ul className="lw-checkin-list">
        {hits.slice(0, MOST_SHOWN).map((line) => (
          <li key={line.id} className={line.checkInId ? 'lw-checkin-in' : ''}>
            <div>
              <strong>{called(line)}</strong> {line.phoneEnd && <span className="lw-muted lw-num">··{line.phoneEnd}</span>}
              <div className="lw-muted">{line.company}</div>
              {line.status !== 'approved' && <AttendeeStatusTag status={line.status} />}
            </div>
            {line.checkInId ? (
              <Button onClick={() => undo(line)}>✓ {formatMinute(line.checkedInAt).slice(11)}</Button>
            ) : (
              <Button type="primary" onClick={() => letIn(line, 'search')}>{t('events.door.letIn')}</Button>
            )}
          </li>
        ))}
      </ul>
      {hits.length > MOST_SHOWN && <p className="lw-muted">{t('events.door.more', { count: hits.length - MOST_SHOWN })}</p>}
      <Drawer open={walkIn} title={t('events.door.walkIn')} placement="bottom" size="large" onClose={() => setWalkIn(false)} destroyOnHidden>
        <p className="lw-muted">{t('events.door.walkInHint')}</p>
        <WalkIn typed={typed} onDone={enter} />
      </Drawer>
    </section>
  );
}
