import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

export interface WalkInFields {
  name: string;
  phone: string;
  company?: string;
}

/** Mobiles and landlines as people say them; the server looks again. */
const PHONE = /^[+\d][\d\s-]{6,19}$/;

export function WalkIn({ typed, onDone }: { typed: string; onDone: (said: WalkInFields) => void }) {
  const { t } = useTranslation();
  const digits = /^[\d\s-]{7,}$/.test(typed.trim());
  return (
    <Form<WalkInFields>
      layout="vertical"
      initialValues={{ name: digits ? '' : typed.trim(), phone: digits ? typed.trim() : '', company: '' }}
      onFinish={(said) => onDone({ name: said.name.trim(), phone: said.phone.trim(), ...(said.company?.trim() ? { company: said.company.trim() } : {}) })}
    >
      <Form.Item name="name" label={t('events.attendee.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input size="large" maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t('events.attendee.phone')} rules={[{ required: true, pattern: PHONE, message: t('events.door.phoneWrong') }]}>
        <Input size="large" maxLength={20} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="company" label={t('common.field.company')}>
        <Input size="large" maxLength={120} autoComplete="off" />
      </Form.Item>
      <Button type="primary" size="large" block htmlType="submit">{t('events.door.walkInDo')}</Button>
    </Form>
  );
}
