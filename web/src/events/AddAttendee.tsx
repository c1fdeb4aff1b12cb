import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { useFailure } from '../common/templates/useFailure';
import { type NewAttendee, useAddAttendee } from './events';

interface AddAttendeeProps {
  eventId: string;
  open: boolean;
  onClose: () => void;
}

/** Somebody who asked by telephone: registered, or on the waiting list of a full event. */
export function AddAttendee({ eventId, open, onClose }: AddAttendeeProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const failed = useFailure();
  const [form] = Form.useForm<NewAttendee>();
  const add = useAddAttendee(eventId);
  const send = (said: NewAttendee) =>
    add.mutate(said, {
      onSuccess: (row) => {
        void message.success(t(row.status === 'waitlisted' ? 'events.attendee.addedWaiting' : 'events.attendee.added'));
        form.resetFields();
        onClose();
      },
      onError: (error) => {
        if (!showFieldErrors(form, error)) failed(error);
      },
    });
  return (
    <Modal open={open} title={t('events.attendee.add')} okText={t('common.save')} cancelText={t('common.cancel')} confirmLoading={add.isPending} onOk={form.submit} onCancel={onClose} destroyOnHidden>
      <p className="lw-muted">{t('events.attendee.addHint')}</p>
      <Form<NewAttendee> form={form} layout="vertical" initialValues={{ name: '', phone: '', email: '', company: '', title: '' }} onFinish={send}>
        <Form.Item name="name" label={t('events.attendee.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}><Input maxLength={80} /></Form.Item>
        <Form.Item name="phone" label={t('events.attendee.phone')}><Input maxLength={40} inputMode="tel" /></Form.Item>
        <Form.Item name="email" label={t('events.attendee.email')}><Input maxLength={200} inputMode="email" /></Form.Item>
        <Form.Item name="company" label={t('common.field.company')}><Input maxLength={120} /></Form.Item>
        <Form.Item name="title" label={t('events.attendee.title')}><Input maxLength={80} /></Form.Item>
      </Form>
    </Modal>
  );
}
