import { DeleteOutlined } from '../common/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { STAGES } from '../common/model';
import { RecordSection } from '../common/templates/RecordSection';
import { unmapped } from './mapping';
import type { ImportField, ImportMapping } from './model';

interface FixedValuesProps {
  fields: ImportField[];
  mapping: ImportMapping;
  onChange: (defaults: Record<string, string>) => void;
}

/** One value for every row where the file has no column for it, such as the channel of an exhibition's list. */
export function FixedValues({ fields, mapping, onChange }: FixedValuesProps) {
  const { t } = useTranslation();
  const free = unmapped(mapping, fields);
  const set = free.filter((field) => mapping.defaults[field.field] !== undefined);
  const rest = free.filter((field) => mapping.defaults[field.field] === undefined);
  const choices = (field: ImportField) =>
    field.choices ?? (field.type === 'stage' ? STAGES.map((value) => ({ value, label: t(`common.stage.${value}`) })) : null);
  const put = (field: string, value: string) => onChange({ ...mapping.defaults, [field]: value });
  const drop = (field: string) => onChange(Object.fromEntries(Object.entries(mapping.defaults).filter(([key]) => key !== field)));

  return (
    <div className="lw-panel">
      <RecordSection title={t('imports.fixed.title')}>
        <p className="lw-muted">{t('imports.fixed.hint')}</p>
        <div className="lw-fixed">
          {set.map((field) => {
            const options = choices(field);
            const value = mapping.defaults[field.field] ?? '';
            return (
              <div key={field.field} className="lw-fixed-row">
                <span>{field.label}</span>
                {options ? (
                  <Select aria-label={field.label} value={value || null} options={options} onChange={(next: string) => put(field.field, next)} />
                ) : (
                  <Input
                    aria-label={field.label}
                    value={value}
                    placeholder={field.type === 'day' || field.type === 'time' ? 'yyyy-MM-dd' : ''}
                    onChange={(event) => put(field.field, event.target.value)}
                  />
                )}
                <Button type="text" icon={<DeleteOutlined />} aria-label={t('imports.fixed.drop', { field: field.label })} onClick={() => drop(field.field)} />
              </div>
            );
          })}
          <Select
            value={null}
            placeholder={t('imports.fixed.add')}
            aria-label={t('imports.fixed.add')}
            showSearch={{ optionFilterProp: 'label' }}
            options={rest.map((field) => ({ value: field.field, label: field.label }))}
            onChange={(field: string | null) => field && put(field, '')}
          />
        </div>
      </RecordSection>
    </div>
  );
}
