import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldsOf, useWords } from '../../fields/fields';
import { fieldName } from '../../fields/model';
import { CHOICE_KINDS, type Flaw, type FormDesign, type FormField } from '../model';
import { BilingualInput } from './BilingualInput';
import { ChoicesEditor } from './ChoicesEditor';
import { ConditionEditor } from './ConditionEditor';
import { changeField } from './design';

interface FieldInspectorProps {
  design: FormDesign;
  field: FormField;
  flaws: Flaw[];
  readOnly: boolean;
  onChange: (design: FormDesign) => void;
  /** The field goes by another key now. */
  onKey: (key: string) => void;
}

/** Kinds that tell no fact by themselves, and may fill one of the house's own fields. */
const TELLING = ['choice', 'choices', 'text', 'long_text', 'date', 'number', 'checkbox', 'hidden'];

const LIMITED = ['text', 'long_text', 'need', 'number', 'date'];
const KEY = /^[a-z][a-z0-9_]{0,39}$/;

export function FieldInspector({ design, field, flaws, readOnly, onChange, onKey }: FieldInspectorProps) {
  const { t } = useTranslation();
  const words = useWords();
  const own = useFieldsOf('lead', 'person', 'company');
  const [key, setKey] = useState(field.key);
  const place = `fields[${design.fields.indexOf(field)}]`;
  const flaw = (part: string) => flaws.find((one) => one.place === `${place}.${part}`)?.message;
  const set = (patch: Partial<FormField>) => onChange(changeField(design, field.key, patch));
  const line = (label: string, value: string | null | undefined, change: (value: string) => void, extra: object = {}) => (
    <label className="forms-input">
      <span className="lw-label">{label}</span>
      <Input value={value ?? ''} readOnly={readOnly} onChange={(event) => change(event.target.value)} {...extra} />
    </label>
  );
  const rename = () => {
    const free = KEY.test(key) && design.fields.every((one) => one === field || one.key !== key);
    if (!free) {
      setKey(field.key);
      return;
    }
    set({ key });
    onKey(key);
  };

  return (
    <fieldset className="forms-inspector" disabled={readOnly}>
      {field.kind !== 'hidden' && (
        <>
          <BilingualInput label={t('forms.field.label')} value={field.label} readOnly={readOnly} flaw={flaw('label')} onChange={(label) => set({ label })} />
          <div className="forms-input">
            <Checkbox checked={field.required} onChange={(event) => set({ required: event.target.checked })}>{t('common.required')}</Checkbox>
            <Checkbox checked={field.progressive} onChange={(event) => set({ progressive: event.target.checked })}>{t('forms.field.progressive')}</Checkbox>
            <div className="lw-muted">{t('forms.field.progressiveHint')}</div>
          </div>
        </>
      )}
      {CHOICE_KINDS.includes(field.kind) && <ChoicesEditor design={design} field={field} flaw={flaw('choices')} onChange={onChange} />}
      {field.kind === 'phone' && (
        <Checkbox checked={field.rule === 'mobile'} onChange={(event) => set({ rule: event.target.checked ? 'mobile' : null })}>{t('forms.field.mobile')}</Checkbox>
      )}
      {field.kind === 'email' && (
        <Checkbox checked={field.rule === 'company_mailbox'} onChange={(event) => set({ rule: event.target.checked ? 'company_mailbox' : null })}>{t('forms.field.companyMailbox')}</Checkbox>
      )}
      {LIMITED.includes(field.kind) && (
        <div className="forms-input">
          <div className="forms-pair">
            {line(t(`forms.limit.${field.kind === 'number' || field.kind === 'date' ? field.kind : 'text'}.min`), field.min, (min) => set({ min: min || null }))}
            {line(t(`forms.limit.${field.kind === 'number' || field.kind === 'date' ? field.kind : 'text'}.max`), field.max, (max) => set({ max: max || null }))}
          </div>
          {flaw('max') && <div className="lw-danger">{flaw('max')}</div>}
        </div>
      )}
      {field.kind === 'hidden' ? (
        <>
          {line(t('forms.field.parameter'), field.parameter, (parameter) => set({ parameter: parameter || null }), { maxLength: 60, placeholder: 'utm_content' })}
          {line(t('forms.field.value'), field.value, (value) => set({ value: value || null }), { maxLength: 500 })}
        </>
      ) : (
        <>
          <BilingualInput label={t('forms.field.help')} value={field.help} readOnly={readOnly} maxLength={500} flaw={flaw('help')} onChange={(help) => set({ help })} />
          {!['choices', 'checkbox', 'region'].includes(field.kind) && (
            <BilingualInput label={t('forms.field.placeholder')} value={field.placeholder} readOnly={readOnly} onChange={(placeholder) => set({ placeholder })} />
          )}
          <ConditionEditor design={design} field={field} flaw={flaw('when')} onChange={(when) => set({ when })} />
        </>
      )}
      {TELLING.includes(field.kind) && own.length > 0 && (
        <label className="forms-input">
          <span className="lw-label">{t('forms.field.tells')}</span>
          <Select
            allowClear
            disabled={readOnly}
            value={field.tells ?? null}
            onChange={(tells: string | undefined) => set({ tells: tells ?? null })}
            options={own.map((one) => ({ value: fieldName(one), label: `${words(one.label)} · ${t(`fields.entity.${one.entity}`)}` }))}
            popupMatchSelectWidth={false}
            placeholder={t('forms.field.tellsNothing')}
          />
          {flaw('tells') && <span className="lw-danger">{flaw('tells')}</span>}
        </label>
      )}
      <label className="forms-input">
        <span className="lw-label">{t('forms.field.key')}</span>
        <Input value={key} readOnly={readOnly} maxLength={40} onChange={(event) => setKey(event.target.value)} onBlur={rename} onPressEnter={rename} />
        {flaw('key') && <span className="lw-danger">{flaw('key')}</span>}
      </label>
    </fieldset>
  );
}

