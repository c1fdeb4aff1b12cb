import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '../common/icons';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import './fields.css';
import { addField, changeField, type FieldDraft } from './fields';
import { CUSTOM_TYPES, FIELD_ENTITIES, type FieldEntity, hasOptions, type ProfileField, type Words } from './model';

interface Draft {
  entity: FieldEntity;
  key: string;
  type: ProfileField['type'];
  zh: string;
  en?: string;
  helpZh?: string;
  helpEn?: string;
  required?: boolean;
  options?: { value?: string; zh: string; en?: string }[];
}

const words = (zh: string | undefined, en: string | undefined): Words => ({ zh: zh?.trim() ?? '', en: en?.trim() ?? '' });

/** A new field, or one that is changed: what it is told of, its key and its type never change. */
export function FieldDrawer({ field, entity, onClose }: { field: ProfileField | 'new' | null; entity: FieldEntity; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const known = field === 'new' || field === null ? null : field;
  const type = Form.useWatch('type', form) ?? known?.type;

  const close = () => {
    setError(null);
    onClose();
  };
  const finish = (draft: Draft) => {
    const changes: FieldDraft = {
      label: words(draft.zh, draft.en),
      help: words(draft.helpZh, draft.helpEn),
      required: draft.required ?? false,
      ...(hasOptions(type ?? '')
        ? { options: (draft.options ?? []).map((option) => ({ ...(option.value ? { value: option.value } : {}), label: words(option.zh, option.en), archived: false })) }
        : {}),
    };
    setSaving(true);
    (known ? changeField(known.id ?? '', changes) : addField({ ...changes, entity: draft.entity, key: draft.key, type: draft.type }))
      .then(close, (refused: Error) => {
        if (!showFieldErrors(form, refused)) setError(refused);
      })
      .finally(() => setSaving(false));
  };
  const initial: Partial<Draft> = known
    ? {
        entity: known.entity, key: known.key, type: known.type, zh: known.label.zh, en: known.label.en, helpZh: known.help.zh, helpEn: known.help.en, required: known.required,
        options: known.options.filter((option) => !option.archived).map((option) => ({ value: option.value, zh: option.label.zh, en: option.label.en })),
      }
    : { entity, type: 'text' };

  return (
    <EditDrawer<Draft>
      open={field !== null}
      title={known ? t('fields.editTitle') : t('fields.add')}
      onClose={close}
      form={form}
      initialValues={initial}
      onFinish={finish}
      saving={saving}
      error={error}
    >
      <Form.Item name="entity" label={t('fields.of')}>
        <Select disabled={known !== null} options={FIELD_ENTITIES.map((value) => ({ value, label: t(`fields.entity.${value}`) }))} />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="zh" label={t('fields.labelZh')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="en" label={t('fields.labelEn')}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <Form.Item
        name="key"
        label={t('fields.key')}
        extra={t('fields.keyHint')}
        rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{0,39}$/, message: t('fields.keyWrong') }]}
      >
        <Input disabled={known !== null} maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="type" label={t('fields.type')}>
        <Select disabled={known !== null} options={CUSTOM_TYPES.map((value) => ({ value, label: t(`fields.types.${value}`) }))} />
      </Form.Item>
      {hasOptions(type ?? '') && (
        <Form.Item label={t('fields.options')} extra={t('fields.optionsHint')} required>
          <Form.List name="options">
            {(items, { add, remove, move }) => (
              <div className="lw-field-options">
                {items.map((item, index) => (
                  <div key={item.key} className="lw-field-option">
                    <Form.Item name={[item.name, 'value']} hidden><Input /></Form.Item>
                    <Form.Item name={[item.name, 'zh']} rules={[{ required: true, whitespace: true, message: t('common.required') }]} noStyle>
                      <Input maxLength={60} placeholder={t('fields.labelZh')} aria-label={t('fields.optionZh', { number: index + 1 })} />
                    </Form.Item>
                    <Form.Item name={[item.name, 'en']} noStyle>
                      <Input maxLength={60} placeholder={t('fields.labelEn')} aria-label={t('fields.optionEn', { number: index + 1 })} />
                    </Form.Item>
                    <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={index === 0} aria-label={t('fields.optionUp', { number: index + 1 })} onClick={() => move(index, index - 1)} />
                    <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={index === items.length - 1} aria-label={t('fields.optionDown', { number: index + 1 })} onClick={() => move(index, index + 1)} />
                    <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('fields.optionRemove', { number: index + 1 })} onClick={() => remove(item.name)} />
                  </div>
                ))}
                <Button size="small" icon={<PlusOutlined />} onClick={() => add({})}>{t('fields.optionAdd')}</Button>
              </div>
            )}
          </Form.List>
        </Form.Item>
      )}
      <div className="lw-form-row">
        <Form.Item name="helpZh" label={t('fields.helpZh')}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="helpEn" label={t('fields.helpEn')}>
          <Input maxLength={300} />
        </Form.Item>
      </div>
      <Form.Item name="required" valuePropName="checked">
        <Checkbox>{t('fields.requiredHint')}</Checkbox>
      </Form.Item>
    </EditDrawer>
  );
}
