import { DatePicker, Form, Input, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../common/templates/EditDrawer';
import { sayDays } from './calendar';

interface DaysForm {
  days: [Dayjs, Dayjs];
  what: 'off' | 'work' | 'usual';
  name?: string;
}

const WORKED = { off: false, work: true, usual: null } as const;
const DAY = 'YYYY-MM-DD';

/** Days that are off, are worked, or go by the week whatever was published. */
export function DaysDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<DaysForm>();
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const close = () => {
    setError(null);
    onClose();
  };
  const finish = ({ days: [from, to], what, name }: DaysForm) => {
    setSaving(true);
    sayDays({ from: from.format(DAY), to: to.format(DAY), worked: WORKED[what], name: name?.trim() || null })
      .then(close, (refused: Error) => setError(refused))
      .finally(() => setSaving(false));
  };
  return (
    <EditDrawer<DaysForm> open={open} title={t('calendar.say')} onClose={close} form={form} initialValues={{ what: 'off' }} onFinish={finish} saving={saving} error={error}>
      <Form.Item name="days" label={t('calendar.days')} rules={[{ required: true, message: t('common.required') }]}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="what" label={t('calendar.what')}>
        <Radio.Group options={(['off', 'work', 'usual'] as const).map((value) => ({ value, label: t(`calendar.${value}`) }))} />
      </Form.Item>
      <Form.Item name="name" label={t('calendar.name')} extra={t('calendar.nameHint')}>
        <Input maxLength={40} />
      </Form.Item>
    </EditDrawer>
  );
}
