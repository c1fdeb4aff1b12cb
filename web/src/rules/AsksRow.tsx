import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Asks, newAsks, type RuleField, valueCount } from './model';
import { useFieldWords } from './rules';
import { ValueControl } from './ValueControl';

interface AsksRowProps {
  asks: Asks;
  fields: RuleField[];
  onChange: (asks: Asks) => void;
}

/** One question: which field, how, with what. */
export function AsksRow({ asks, fields, onChange }: AsksRowProps) {
  const { t } = useTranslation();
  const { called, group } = useFieldWords();
  const field = fields.find(({ key }) => key === asks.field);
  const groups = [...new Set(fields.map(group))].map((label) => ({
    label,
    options: fields.filter((each) => group(each) === label).map((each) => ({ value: each.key, label: called(each) })),
  }));
  const choose = (key: string) => {
    const chosen = fields.find((each) => each.key === key);
    if (chosen) onChange(newAsks(chosen));
  };
  const ask = (is: string) => {
    if (!field) return;
    const same = valueCount(field.kind, is) === valueCount(field.kind, asks.is) && field.kind !== 'moment';
    onChange({ field: asks.field, is, values: same ? asks.values ?? [] : [] });
  };
  return (
    <>
      <Select
        className="lw-rule-field"
        aria-label={t('rules.fieldLabel')}
        value={field ? asks.field : null}
        placeholder={t('rules.gone')}
        {...(field ? {} : { status: 'error' as const })}
        onChange={choose}
        options={groups}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={240}
      />
      {field && (
        <>
          {field.kind !== 'flag' && (
            <Select
              className="lw-rule-operator"
              aria-label={t('rules.operatorLabel')}
              value={asks.is}
              onChange={ask}
              options={field.operators.map((value) => ({ value, label: t(`rules.op.${field.kind === 'moment' || field.kind === 'number' ? field.kind : 'word'}.${value}`) }))}
              popupMatchSelectWidth={false}
            />
          )}
          <ValueControl field={field} asks={asks} label={called(field)} onChange={(values) => onChange({ ...asks, values })} />
        </>
      )}
    </>
  );
}
