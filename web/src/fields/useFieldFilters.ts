import { useTranslation } from 'react-i18next';
import type { FilterDef } from '../common/templates/list/model';
import { useFieldsOf, useWords } from './fields';
import { type FieldEntity, fieldName } from './model';

/** The house's own fields as filters of a list, by their types. */
export function useFieldFilters(...entities: FieldEntity[]): FilterDef[] {
  const { t } = useTranslation();
  const words = useWords();
  const none = { value: 'none', label: t('fields.none') };
  return useFieldsOf(...entities).map((field): FilterDef => {
    const key = `custom.${fieldName(field)}`;
    const label = words(field.label);
    switch (field.type) {
      case 'choice':
      case 'choices':
        return {
          kind: 'select', key, label, multiple: true,
          options: field.options.map((option) => ({ value: option.value, label: words(option.label) })),
        };
      case 'yes_no':
        return { kind: 'select', key, label, options: [{ value: 'yes', label: t('fields.yes') }, { value: 'no', label: t('fields.no') }, none] };
      case 'number':
      case 'money':
        return { kind: 'search', key, label: t('fields.range', { name: label }) };
      case 'date':
        return { kind: 'search', key, label: t('fields.days', { name: label }) };
      case 'phone':
      case 'email':
        return { kind: 'search', key, label };
      default:
        return { kind: 'search', key, label: t('fields.contains', { name: label }) };
    }
  });
}
