import { ArrowLeftOutlined, QrcodeOutlined, TeamOutlined } from '../common/icons';
import { Alert, App, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatRate } from '../common/format/numbers';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { PageHead } from '../common/templates/PageHead';
import { Unsaved } from '../common/templates/Unsaved';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { EventFieldsForm } from './EventFieldsForm';
import { blank, draftOf, type EventFields, fieldsOf, isElsewhere } from './eventForm';
import { EventMenu } from './EventMenu';
import './events.css';
import { attendanceRate, useEventStep, useSaveEvent } from './events';
import { EventStatusTag } from './EventStatusTag';
import { FigureLink } from './FigureLink';
import { MailTally } from './MailTally';
import { ATTENDEE_FIGURES, type LeadwellEvent } from './model';

interface EventEditorProps {
  event: LeadwellEvent | null;
  onReload: () => void;
}

/** An event: planned, published, changed. Whoever has registered is told of another time or place. */
export function EventEditor({ event: loaded, onReload }: EventEditorProps) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const can = useCan();
  const failed = useFailure();
  const mayEdit = can('campaigns.edit');
  const [form] = Form.useForm<EventFields>();
  const [event, setEvent] = useState(loaded);
  const [dirty, setDirty] = useState(false);
  const save = useSaveEvent();
  const step = useEventStep();
  const over = event?.status === 'cancelled' || event?.status === 'ended';

  const taken = (next: LeadwellEvent) => {
    setEvent(next);
    form.setFieldsValue(fieldsOf(next));
    setDirty(false);
  };
  const store = async (): Promise<LeadwellEvent | null> => {
    try {
      const draft = draftOf(await form.validateFields().then(() => form.getFieldsValue(true) as EventFields));
      const told = event && (event.status === 'published' || event.status === 'closed') && event.figures.approved > 0 && isElsewhere(event, draft);
      if (told && !(await modal.confirm({ title: t('events.movedSure'), content: t('events.movedHint', { count: event.figures.approved }), okText: t('events.movedGo'), cancelText: t('common.cancel') }))) {
        return null;
      }
      const next = await save.mutateAsync(event ? { id: event.id, version: event.version, draft } : { draft });
      taken(next);
      return next;
    } catch (error) {
      if (error instanceof Error) showFieldErrors(form, error);
      return null;
    }
  };
  const finish = async () => {
    const next = await store();
    if (!next) return;
    void message.success(t('common.saved'));
    if (!event) void navigate(`/events/${next.id}`, { replace: true });
  };
  const publish = async () => {
    const next = dirty || !event ? await store() : event;
    if (!next) return;
    step.mutate({ id: next.id, step: 'publish' }, {
      onSuccess: (published) => {
        taken(published);
        void message.success(t(published.status === 'ended' ? 'events.done.recorded' : 'events.done.publish'));
        if (!event) void navigate(`/events/${published.id}`, { replace: true });
      },
      onError: (error) => {
        if (!showFieldErrors(form, error)) failed(error);
        if (!event) void navigate(`/events/${next.id}`, { replace: true });
      },
    });
  };

  return (
    <section className="lw-page">
      <div>
        <Link to="/events"><ArrowLeftOutlined /> {t('events.title')}</Link>
      </div>
      <PageHead
        title={<>{event?.title ?? t('events.new')} {event && <EventStatusTag status={event.status} />}</>}
        actions={
          <>
            {event && can('leads.read') && <Link to={`/events/${event.id}/attendees`}><Button icon={<TeamOutlined />}>{t('events.attendees')}</Button></Link>}
            {event?.publishedAt && event.status !== 'cancelled' && can('leads.edit') && (
              <Link to={`/events/${event.id}/check-in`}><Button icon={<QrcodeOutlined />}>{t('events.checkIn')}</Button></Link>
            )}
            {event && <EventMenu event={event} onChange={taken} />}
            {mayEdit && !over && (
              <Button type={event && event.status !== 'draft' ? 'primary' : 'default'} disabled={!dirty && event !== null} loading={save.isPending} onClick={() => void finish()}>
                {t('common.save')}
              </Button>
            )}
            {mayEdit && (!event || event.status === 'draft') && (
              <Button type="primary" loading={step.isPending} onClick={() => void publish()}>{t('events.publish')}</Button>
            )}
          </>
        }
      />
      {save.error && (
        <Alert type="error" showIcon title={save.error.message} action={event && <Button size="small" onClick={onReload}>{t('common.retry')}</Button>} />
      )}
      <Unsaved dirty={dirty} />
      {event?.publishedAt && (
        <dl className="lw-event-figures">
          {ATTENDEE_FIGURES.filter((word) => word !== 'replayed' || event.figures.replayed > 0).map((word) => (
            <div key={word}><dt className="lw-muted">{t(`events.figure.${word}`)}</dt><dd className="lw-num"><FigureLink event={event} figure={word} /></dd></div>
          ))}
          <div><dt className="lw-muted">{t('events.figure.rate')}</dt><dd className="lw-num">{formatRate(attendanceRate(event, Date.now()))}</dd></div>
        </dl>
      )}
      {event?.publishedAt && <MailTally eventId={event.id} />}
      <div className="lw-panel">
        <Form<EventFields>
          form={form}
          layout="vertical"
          initialValues={event ? fieldsOf(event) : blank()}
          disabled={!mayEdit || over}
          scrollToFirstError
          onValuesChange={() => setDirty(true)}
          onFinish={() => void finish()}
        >
          <EventFieldsForm form={form} disabled={!mayEdit || over} />
        </Form>
      </div>
    </section>
  );
}
