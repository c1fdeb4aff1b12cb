import type { ListColumn } from '../common/templates/list/model';
import { useFieldsOf, useWords } from './fields';
import { type FieldEntity, fieldName, type FieldValue } from './model';
import { ShownValue } from './ShownValue';

/** The house's own fields as columns that a reader may choose. */
export function useFieldColumns<T extends { custom?: Record<string, FieldValue> }>(...entities: FieldEntity[]): ListColumn<T>[] {
  const words = useWords();
  return useFieldsOf(...entities).map((field) => ({
    key: fieldName(field),
    title: words(field.label),
    optional: true,
    ...(field.type === 'money' || field.type === 'number' ? { align: 'right' as const } : {}),
    render: (row) => <span className="lw-cut"><ShownValue field={field} value={row.custom?.[fieldName(field)]} /></span>,
  }));
}
