import { MoreOutlined } from '../common/icons';
import { App, Button, Dropdown, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { type EventStep, useCopyEvent, useDeleteEvent, useEventStep, useWrapUp } from './events';
import type { LeadwellEvent } from './model';

interface EventMenuProps {
  event: LeadwellEvent;
  onChange?: (event: LeadwellEvent) => void;
}

/** What is done with an event besides planning it. */
export function EventMenu({ event, onChange }: EventMenuProps) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const can = useCan();
  const failed = useFailure();
  const step = useEventStep();
  const copy = useCopyEvent();
  const remove = useDeleteEvent();
  const wrapUp = useWrapUp(event.id);
  const mayEdit = can('campaigns.edit');
  const isPublic = Boolean(event.publishedAt);
  const over = event.status === 'ended';

  const go = (next: EventStep) =>
    step.mutateAsync({ id: event.id, step: next }).then((changed) => {
      onChange?.(changed);
      void message.success(t(`events.done.${next}`));
    }, failed);
  const ask = (title: string, content: string, okText: string, onOk: () => Promise<unknown>) =>
    modal.confirm({ title, content, okText, okButtonProps: { danger: true }, cancelText: t('common.cancel'), onOk });
  const askCopy = () => {
    let title = event.title;
    modal.confirm({
      title: t('events.copy'),
      content: (
        <>
          <p>{t('events.copyHint')}</p>
          <Input defaultValue={title} maxLength={120} aria-label={t('events.field.title')} onChange={(change) => { title = change.target.value; }} />
        </>
      ),
      okText: t('events.copy'),
      cancelText: t('common.cancel'),
      onOk: () => copy.mutateAsync({ id: event.id, title }).then((made) => void navigate(`/events/${made.id}`), failed),
    });
  };
  const items = [
    ...(can('leads.read') ? [{ key: 'attendees', label: t('events.attendees'), onClick: () => void navigate(`/events/${event.id}/attendees`) }] : []),
    ...(can('leads.edit') && isPublic && event.status !== 'cancelled'
      ? [{ key: 'door', label: t('events.checkIn'), onClick: () => void navigate(`/events/${event.id}/check-in`) }]
      : []),
    ...(isPublic
      ? [
          { key: 'open', label: <a href={`/p/e/${event.slug}`} target="_blank" rel="noopener">{t('events.openPage')}</a> },
          {
            key: 'address', label: t('events.copyAddress'),
            onClick: () => void navigator.clipboard.writeText(`${location.origin}/p/e/${event.slug}`).then(() => message.success(t('common.copied'))),
          },
        ]
      : []),
    ...(mayEdit ? [{ key: 'copy', label: t('events.copy'), onClick: askCopy }] : []),
    ...(mayEdit && event.status === 'published' ? [{ key: 'close', label: t('events.close'), onClick: () => void go('close') }] : []),
    ...(mayEdit && event.status === 'closed' ? [{ key: 'reopen', label: t('events.reopen'), onClick: () => void go('publish') }] : []),
    ...(mayEdit && over
      ? [{
          key: 'wrapUp', label: t('events.wrapUp'),
          onClick: () =>
            ask(t('events.wrapUpSure'), t('events.wrapUpHint'), t('events.wrapUp'), () =>
              wrapUp.mutateAsync().then((told) => void message.success(t('events.wrappedUp', told)), failed)),
        }]
      : []),
    ...(mayEdit && (event.status === 'published' || event.status === 'closed')
      ? [{
          key: 'cancel', danger: true, label: t('events.cancel'),
          onClick: () => ask(t('events.cancelSure', { title: event.title }), t('events.cancelHint'), t('events.cancel'), () => go('cancel')),
        }]
      : []),
    ...(mayEdit && !isPublic
      ? [{
          key: 'delete', danger: true, label: t('common.delete'),
          onClick: () =>
            ask(t('events.deleteSure', { title: event.title }), '', t('common.delete'), () =>
              remove.mutateAsync(event.id).then(() => void navigate('/events'), failed)),
        }]
      : []),
  ];
  return (
    <span onClick={(click) => click.stopPropagation()}>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button type="text" icon={<MoreOutlined />} aria-label={t('common.more')} />
      </Dropdown>
    </span>
  );
}
