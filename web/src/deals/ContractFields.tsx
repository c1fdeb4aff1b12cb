import { DeleteOutlined, PlusOutlined } from '../common/icons';
import { Button, DatePicker, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { type DealForm, nextContract } from './dealForm';
import { notYet } from './notYet';

/** Signed contracts: what makes an opportunity won, and what revenue is counted by. */
export function ContractFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<DealForm>();
  const yuan = t('common.unit.yuan');
  return (
    <Form.List
      name="contracts"
      rules={[{ validator: (_rule, contracts: unknown[] = []) => (contracts.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('deals.hint.contractNeeded')))) }]}
    >
      {(fields, { add, remove }, { errors }) => (
        <div className="lw-repeats">
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="lw-repeat">
              <legend>
                {t('leads.deal.contract')} {fields.length > 1 ? name + 1 : ''}
                {fields.length > 1 && (
                  <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('deals.drop.contract')} onClick={() => remove(name)} />
                )}
              </legend>
              <Form.Item name={[name, 'id']} hidden>
                <Input />
              </Form.Item>
              <div className="lw-form-row">
                <Form.Item name={[name, 'amount']} label={`${t('deals.field.contractAmount')} (${yuan})`} rules={[{ required: true, message: t('common.required') }]}>
                  <InputNumber<number> min={0} precision={2} style={{ width: '100%' }} />
                </Form.Item>
                <Form.Item name={[name, 'signedOn']} label={t('deals.field.signedOn')} rules={[{ required: true, message: t('common.required') }]}>
                  <DatePicker style={{ width: '100%' }} disabledDate={notYet} />
                </Form.Item>
              </div>
              <div className="lw-form-row">
                <Form.Item name={[name, 'number']} label={t('deals.field.number')}>
                  <Input maxLength={100} autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'product']} label={t('deals.field.product')}>
                  <Input maxLength={200} autoComplete="off" />
                </Form.Item>
              </div>
              <div className="lw-form-row">
                <Form.Item name={[name, 'arr']} label={`ARR (${yuan})`} tooltip={t('deals.hint.arr')}>
                  <InputNumber<number> min={0} precision={2} style={{ width: '100%' }} />
                </Form.Item>
                <Form.Item name={[name, 'term']} label={t('deals.field.term')}>
                  <DatePicker.RangePicker style={{ width: '100%' }} allowEmpty={[true, true]} />
                </Form.Item>
              </div>
            </fieldset>
          ))}
          <Form.ErrorList errors={errors} />
          <Button
            type="dashed"
            block
            icon={<PlusOutlined />}
            onClick={() => add(fields.length === 0 ? nextContract(form.getFieldsValue(true) as DealForm) : {})}
          >
            {t('deals.add.contract')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
