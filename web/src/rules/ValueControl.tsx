import { DatePicker, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { type Asks, type RuleField, valueCount } from './model';
import { SUGGESTED, useRuleOptions } from './useRuleOptions';

interface ValueControlProps {
  field: RuleField;
  asks: Asks;
  /** Named for who cannot see where it stands. */
  label: string;
  onChange: (values: string[]) => void;
}

const DAYS = new Set(['within_last', 'longer_ago', 'within_next']);

/** What a field is compared with: chosen, written, a number, days, or nothing. */
export function ValueControl({ field, asks, label, onChange }: ValueControlProps) {
  const { t } = useTranslation();
  const optionsOf = useRuleOptions();
  const count = valueCount(field.kind, asks.is);
  const values = asks.values ?? [];
  if (count === 0) return null;
  if (field.kind === 'flag') {
    return (
      <Select
        aria-label={label}
        value={values[0] ?? 'true'}
        onChange={(value: string) => onChange([value])}
        options={[{ value: 'true', label: t('rules.yes') }, { value: 'false', label: t('rules.no') }]}
      />
    );
  }
  if (count === 'many') {
    const options = optionsOf(field.options);
    const free = !options || SUGGESTED.has(field.options ?? '') || asks.is.includes('contains') || asks.is === 'starts_with';
    return (
      <Select
        mode={free ? 'tags' : 'multiple'}
        className="lw-rule-values"
        aria-label={label}
        value={values}
        onChange={(chosen: string[]) => onChange(chosen)}
        options={field.kind === 'choice' || asks.is.startsWith('is') ? options ?? [] : []}
        tokenSeparators={free ? [',', '，', '、'] : []}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t(free ? 'rules.writeHint' : 'rules.chooseHint')}
        maxTagCount="responsive"
        open={free && !options ? false : undefined}
        suffixIcon={free && !options ? null : undefined}
      />
    );
  }
  const at = (index: number, value: string) => {
    const next = [...values];
    next[index] = value;
    onChange(next);
  };
  const boxes = count === 2 ? [0, 1] : [0];
  const days = field.kind === 'moment' && DAYS.has(asks.is);
  return (
    <span className="lw-rule-bounds">
      {boxes.map((index) =>
        field.kind === 'moment' && !days ? (
          <DatePicker
            key={index}
            aria-label={label}
            value={values[index] ? dayjs(values[index]) : null}
            onChange={(day) => at(index, day ? day.format('YYYY-MM-DD') : '')}
          />
        ) : (
          <InputNumber<string>
            key={index}
            stringMode
            aria-label={label}
            {...(days ? { min: '1', max: '36500', precision: 0 } : {})}
            value={values[index] || null}
            onChange={(value) => at(index, value === null ? '' : String(value))}
          />
        ),
      )}
      {days && <span className="lw-muted">{t('rules.days')}</span>}
    </span>
  );
}
