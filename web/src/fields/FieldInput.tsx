import { DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useWords } from './fields';
import type { FieldValue, ProfileField } from './model';

interface FieldInputProps {
  field: ProfileField;
  value?: FieldValue | null | undefined;
  onChange?: ((value: FieldValue | null) => void) | undefined;
  autoFocus?: boolean;
  id?: string;
}

const yuan = (fen: string): string => (/^-?\d+$/.test(fen) ? (Number(fen) / 100).toFixed(2).replace(/\.00$/, '') : fen);

/** What is typed into a field: money in yuan, the rest as the server reads it. */
export function typed(field: ProfileField, kept: FieldValue | null | undefined): FieldValue | null {
  if (kept === null || kept === undefined || kept === '') return null;
  return field.type === 'money' ? yuan(String(kept)) : kept;
}

/** The control of a field's type. */
export function FieldInput({ field, value, onChange, autoFocus = false, id }: FieldInputProps) {
  const { t } = useTranslation();
  const words = useWords();
  const label = words(field.label);
  const text = typeof value === 'string' ? value : '';
  const common = { 'aria-label': label, autoFocus, ...(id ? { id } : {}) };
  const change = (next: FieldValue | null | undefined) => onChange?.(next ?? null);
  switch (field.type) {
    case 'long_text':
      return <Input.TextArea {...common} rows={4} maxLength={5000} value={text} onChange={(event) => change(event.target.value)} />;
    case 'number':
      return <InputNumber<string> {...common} stringMode value={text || null} onChange={(next) => change(next === null ? null : String(next))} style={{ width: '100%' }} />;
    case 'money':
      return (
        <InputNumber<string> {...common} stringMode precision={2} suffix={t('common.unit.yuan')} value={text || null} onChange={(next) => change(next === null ? null : String(next))} style={{ width: '100%' }} />
      );
    case 'date':
      return <DatePicker {...common} value={text ? dayjs(text) : null} onChange={(day) => change(day ? day.format('YYYY-MM-DD') : null)} style={{ width: '100%' }} />;
    case 'yes_no':
      return (
        <Select {...common} allowClear value={text || null} onChange={change} options={[{ value: 'yes', label: t('fields.yes') }, { value: 'no', label: t('fields.no') }]} />
      );
    case 'choice':
    case 'choices': {
      const chosen = Array.isArray(value) ? value : text ? [text] : [];
      const options = field.options
        .filter((option) => !option.archived || chosen.includes(option.value))
        .map((option) => ({ value: option.value, label: words(option.label) }));
      return field.type === 'choice' ? (
        <Select {...common} allowClear showSearch={{ optionFilterProp: 'label' }} value={chosen[0] ?? null} onChange={change} options={options} />
      ) : (
        <Select {...common} mode="multiple" allowClear showSearch={{ optionFilterProp: 'label' }} value={chosen} onChange={(next: string[]) => change(next)} options={options} />
      );
    }
    default:
      return (
        <Input
          {...common}
          maxLength={field.type === 'url' ? 1000 : 200}
          inputMode={field.type === 'phone' ? 'tel' : field.type === 'email' ? 'email' : field.type === 'url' ? 'url' : 'text'}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      );
  }
}
