import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CHOICE_KINDS, TESTS, type FormDesign, type FormField, type ShownWhen } from '../model';
import { deciders } from './design';
import { inLanguage } from './words';

interface ConditionEditorProps {
  design: FormDesign;
  field: FormField;
  flaw?: string | undefined;
  onChange: (when: ShownWhen | null) => void;
}

/** When a question is asked: always, or as an earlier answer decides. */
export function ConditionEditor({ design, field, flaw, onChange }: ConditionEditorProps) {
  const { t, i18n } = useTranslation();
  const above = deciders(design, field.key);
  const when = field.when;
  const decides = design.fields.find((one) => one.key === when?.field);
  const picks = decides && CHOICE_KINDS.includes(decides.kind) && decides.choices.length > 0;
  const compares = picks || decides?.kind === 'hidden' || decides?.kind === 'checkbox';
  const tests = TESTS.filter((test) => compares || test === 'filled' || test === 'empty');
  const values = picks ? decides.choices.map((choice) => choice.value) : decides?.kind === 'checkbox' ? ['yes'] : [];

  return (
    <div className="forms-input">
      <div className="lw-label">{t('forms.condition.title')}</div>
      <Select
        value={when?.field ?? ''} style={{ width: '100%' }} aria-label={t('forms.condition.title')}
        options={[
          { value: '', label: t('forms.condition.always') },
          ...above.map((one) => ({ value: one.key, label: t('forms.condition.field', { label: inLanguage(one.label, i18n.language) || one.key }) })),
        ]}
        onChange={(key: string) => onChange(key ? { field: key, is: 'filled', values: [] } : null)}
      />
      {when && (
        <div className="forms-pair">
          <Select
            value={when.is} aria-label={t('forms.condition.test')}
            options={tests.map((value) => ({ value, label: t(`forms.condition.${value}`) }))}
            onChange={(is: ShownWhen['is']) => onChange({ ...when, is, values: is === 'one_of' || is === 'none_of' ? when.values : [] })}
          />
          {(when.is === 'one_of' || when.is === 'none_of') && (
            <Select
              mode={decides?.kind === 'hidden' ? 'tags' : 'multiple'} value={when.values} aria-label={t('forms.condition.values')}
              options={values.map((value) => ({ value, label: value === 'yes' && decides?.kind === 'checkbox' ? t('common.yes') : value }))}
              onChange={(next: string[]) => onChange({ ...when, values: next })}
            />
          )}
        </div>
      )}
      {flaw && <div className="lw-danger">{flaw}</div>}
    </div>
  );
}
