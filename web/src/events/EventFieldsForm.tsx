import { DeleteOutlined, PlusOutlined } from '../common/icons';
import { Button, DatePicker, Form, type FormInstance, Input, InputNumber, Radio, Select, Spin, Switch } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCampaignOptions } from '../campaigns/campaigns';
import { useItemOptions } from '../content/items';
import type { EventFields } from './eventForm';
import { useOpenForms } from './events';
import { EVENT_FORMATS } from './model';

const RichTextEditor = lazy(() => import('../content/RichTextEditor').then((file) => ({ default: file.RichTextEditor })));
const REMINDERS = [4320, 2880, 1440, 180, 60, 30, 10];

interface EventFieldsFormProps {
  form: FormInstance<EventFields>;
  disabled: boolean;
}

export function EventFieldsForm({ form, disabled }: EventFieldsFormProps) {
  const { t } = useTranslation();
  const format = Form.useWatch('format', form) ?? 'offline';
  const [campaignText, setCampaignText] = useState('');
  const campaigns = useCampaignOptions(campaignText).data ?? [];
  const forms = useOpenForms().data ?? [];
  const items = useItemOptions().data ?? [];
  const required = { required: true, message: t('common.required') };

  return (
    <div className="lw-event-form">
      <Form.Item name="title" label={t('events.field.title')} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={120} showCount />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="time" label={t('events.field.time')} rules={[required]}>
          <DatePicker.RangePicker classNames={{ popup: { root: 'lw-event-picker' } }} showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" allowClear={false} />
        </Form.Item>
        <Form.Item name="format" label={t('events.field.format')}>
          <Radio.Group optionType="button" options={EVENT_FORMATS.map((value) => ({ value, label: t(`events.format.${value}`) }))} />
        </Form.Item>
      </div>
      {format !== 'online' && (
        <div className="lw-form-row">
          <Form.Item name="venue" label={t('events.field.venue')}><Input maxLength={200} /></Form.Item>
          <Form.Item name="address" label={t('events.field.address')}><Input maxLength={200} /></Form.Item>
        </div>
      )}
      {format !== 'offline' && (
        <Form.Item name="onlineLink" label={t('events.field.onlineLink')} extra={t('events.field.onlineLinkHint')}>
          <Input maxLength={1000} placeholder="https://" />
        </Form.Item>
      )}
      <Form.Item name="description" label={t('events.field.description')}>
        {/* antd gives the value and takes the change */}
        <Suspended disabled={disabled} />
      </Form.Item>
      <h2>{t('events.part.registration')}</h2>
      <div className="lw-form-row">
        <Form.Item name="formId" label={t('events.field.form')} extra={<>{t('events.field.formHint')} <Link to="/forms">{t('events.field.formMake')}</Link></>}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={forms.map((one) => ({ value: one.id, label: one.name }))} />
        </Form.Item>
        <Form.Item name="capacity" label={t('events.field.capacity')} extra={t('events.field.capacityHint')}>
          <InputNumber min={1} max={100000} precision={0} />
        </Form.Item>
        <Form.Item name="approval" label={t('events.field.approval')}>
          <Select options={(['automatic', 'manual'] as const).map((value) => ({ value, label: t(`events.approval.${value}`) }))} />
        </Form.Item>
      </div>
      <div className="lw-form-row">
        <Form.Item name="campaignId" label={t('common.field.campaign')} extra={t('events.field.campaignHint')}>
          <Select
            allowClear
            showSearch={{ filterOption: false, onSearch: setCampaignText }}
            options={campaigns.filter((one) => one.kind === 'event').map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form.Item>
        <Form.Item name="slug" label={t('events.field.slug')} extra={t('events.field.slugHint')}>
          <Input maxLength={80} prefix="/p/e/" />
        </Form.Item>
        <Form.Item name="language" label={t('events.field.language')}>
          <Select options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} />
        </Form.Item>
      </div>
      <h2>{t('events.part.programme')}</h2>
      <Form.List name="sessions">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <div key={field.key} className="lw-event-session">
                <Form.Item name={[field.name, 'title']} label={t('events.session.title')} rules={[{ ...required, whitespace: true }]}><Input maxLength={120} /></Form.Item>
                <Form.Item name={[field.name, 'time']} label={t('events.field.time')} rules={[required]}>
                  <DatePicker.RangePicker classNames={{ popup: { root: 'lw-event-picker' } }} showTime={{ format: 'HH:mm', minuteStep: 5 }} format="MM-DD HH:mm" allowClear={false} />
                </Form.Item>
                <Form.Item name={[field.name, 'speaker']} label={t('events.session.speaker')}><Input maxLength={200} /></Form.Item>
                <Form.Item name={[field.name, 'room']} label={t('events.session.room')}><Input maxLength={200} /></Form.Item>
                <Form.Item name={[field.name, 'capacity']} label={t('events.field.capacity')}><InputNumber min={1} max={100000} precision={0} /></Form.Item>
                <Button type="text" icon={<DeleteOutlined />} aria-label={t('common.delete')} onClick={() => remove(field.name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ title: '', time: form.getFieldValue('time') as unknown })}>{t('events.session.add')}</Button>
          </>
        )}
      </Form.List>
      <h2>{t('events.part.mails')}</h2>
      <p className="lw-muted">{t('events.part.mailsHint')} <Link to="/settings/mail">{t('events.part.mailServer')}</Link></p>
      <Form.Item name="reminders" label={t('events.field.reminders')}>
        <Select mode="multiple" maxCount={5} options={REMINDERS.map((value) => ({ value, label: t(`events.reminder.m${value}`) }))} />
      </Form.Item>
      <Form.Item name="mailNote" label={t('events.field.mailNote')} extra={t('events.field.mailNoteHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} showCount />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="thanks" label={t('events.field.thanks')} valuePropName="checked"><Switch /></Form.Item>
        <Form.Item name="missed" label={t('events.field.missed')} valuePropName="checked"><Switch /></Form.Item>
      </div>
      <h2>{t('events.part.replay')}</h2>
      <Form.Item name="replayItem" label={t('events.field.replay')} extra={t('events.field.replayHint')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={items.map((item) => ({ value: item.id, label: item.title }))} />
      </Form.Item>
    </div>
  );
}

function Suspended({ value, onChange, disabled }: { value?: string | null; onChange?: (html: string | null) => void; disabled: boolean }) {
  return (
    <Suspense fallback={<Spin />}>
      <RichTextEditor value={value ?? null} disabled={disabled} {...(onChange ? { onChange } : {})} />
    </Suspense>
  );
}
