import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUserOptions } from '../workspace/users';
import { notYet } from './notYet';

/** What is to be sold, by whom, since when. */
export function DealFields() {
  const { t } = useTranslation();
  const users = useUserOptions().data ?? [];
  return (
    <>
      <Form.Item name="name" label={t('deals.field.name')} extra={t('deals.hint.name')}>
        <Input maxLength={200} autoFocus autoComplete="off" />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="amount" label={`${t('deals.field.amount')} (${t('common.unit.yuan')})`}>
          <InputNumber<number> min={0} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="openedOn" label={t('deals.field.openedOn')} rules={[{ required: true, message: t('common.required') }]}>
          <DatePicker style={{ width: '100%' }} disabledDate={notYet} />
        </Form.Item>
      </div>
      <div className="lw-form-row">
        <Form.Item name="product" label={t('deals.field.product')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="ownerId" label={t('common.field.owner')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={users.filter((user) => user.active).map((user) => ({ value: user.id, label: user.name }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="competitor" label={t('deals.field.competitor')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  );
}
