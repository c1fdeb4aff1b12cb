import { DeleteOutlined, PlusOutlined } from '../common/icons';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { POC_RESULTS } from './model';
import { notYet } from './notYet';

/** Proofs of concept, one after the other; a failed one says why. */
export function PocFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const pocs: { result?: string | null }[] = Form.useWatch('pocs', form) ?? [];
  return (
    <Form.List name="pocs">
      {(fields, { add, remove }) => (
        <div className="lw-repeats">
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="lw-repeat">
              <legend>
                POC {fields.length > 1 ? name + 1 : ''}
                <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('deals.drop.poc')} onClick={() => remove(name)} />
              </legend>
              <div className="lw-form-row">
                <Form.Item name={[name, 'startedOn']} label={t('deals.field.startedOn')} rules={[{ required: true, message: t('common.required') }]}>
                  <DatePicker style={{ width: '100%' }} disabledDate={notYet} />
                </Form.Item>
                <Form.Item name={[name, 'endedOn']} label={t('deals.field.endedOn')}>
                  <DatePicker style={{ width: '100%' }} disabledDate={notYet} />
                </Form.Item>
                <Form.Item name={[name, 'result']} label={t('deals.field.result')}>
                  <Select allowClear options={POC_RESULTS.map((value) => ({ value, label: t(`leads.deal.result.${value}`) }))} />
                </Form.Item>
              </div>
              {pocs[name]?.result === 'failed' && (
                <Form.Item
                  name={[name, 'failureReason']}
                  label={t('deals.field.failureReason')}
                  rules={[{ required: true, whitespace: true, message: t('common.required') }]}
                >
                  <Input maxLength={500} placeholder={t('deals.hint.failureReason')} />
                </Form.Item>
              )}
            </fieldset>
          ))}
          <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({})}>
            {t('deals.add.poc')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
