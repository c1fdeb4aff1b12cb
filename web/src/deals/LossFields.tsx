import { DatePicker, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { notYet } from './notYet';

/** When and why it was lost; the reason is what the next one is won by. */
export function LossFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="lossReason" label={t('leads.deal.lossReason')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={500} placeholder={t('deals.hint.lossReason')} />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="lostOn" label={t('deals.field.lostOn')} rules={[{ required: true, message: t('common.required') }]}>
          <DatePicker style={{ width: '100%' }} disabledDate={notYet} />
        </Form.Item>
      </div>
    </>
  );
}
