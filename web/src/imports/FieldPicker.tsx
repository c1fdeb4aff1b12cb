import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportField } from './model';

interface FieldPickerProps {
  column: string;
  fields: ImportField[];
  chosen: string[];
  /** Which columns feed each field already. */
  uses: Map<string, string[]>;
  onChange: (fields: string[]) => void;
}

/** What a column means; one column may mean several things, such as the day of the lead and of the MQL. */
export function FieldPicker({ column, fields, chosen, uses, onChange }: FieldPickerProps) {
  const { t } = useTranslation();
  const groups = [...new Set(fields.map((field) => field.group))];
  const takenBy = (field: ImportField) => (uses.get(field.field) ?? []).find((other) => other !== column);
  return (
    <Select<string[]>
      mode="multiple"
      allowClear
      value={chosen}
      onChange={onChange}
      placeholder={t('imports.mapping.ignore')}
      aria-label={t('imports.mapping.targetOf', { column })}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={320}
      listHeight={360}
      style={{ width: '100%' }}
      options={groups.map((group) => ({
        label: group,
        title: group,
        options: fields
          .filter((field) => field.group === group)
          .map((field) => {
            const taken = field.repeatable ? undefined : takenBy(field);
            return {
              value: field.field,
              label: field.required ? `${field.label} *` : field.label,
              title: field.hint ?? field.label,
              hint: taken ? t('imports.mapping.takenBy', { column: taken }) : field.hint,
              disabled: taken !== undefined && !chosen.includes(field.field),
            };
          }),
      }))}
      optionRender={(option) => (
        <span className="lw-option">
          {option.label}
          {option.data.hint && <small>{option.data.hint}</small>}
        </span>
      )}
    />
  );
}
