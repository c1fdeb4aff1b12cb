import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFieldsOf, useWords } from '../fields/fields';
import { FieldEditor } from '../fields/FieldEditor';
import { fieldName, type ProfileField } from '../fields/model';
import { ShownValue } from '../fields/ShownValue';
import { FactRow } from './FactRow';
import type { LeadEdit } from './leads';
import type { LeadRow } from './model';

interface CustomFactsProps {
  lead: LeadRow;
  sourceOf: (name: string) => string | undefined;
  usual: string | undefined;
  editing: string | null;
  onEdit: ((name: string | null) => void) | undefined;
  onSave: (edit: LeadEdit, name: string, called: string) => void;
  onStory: (field: ProfileField, called: string) => void;
}

/** The house's own fields among the facts of a lead; those of the company are edited there. */
export function CustomFacts({ lead, sourceOf, usual, editing, onEdit, onSave, onStory }: CustomFactsProps) {
  const { t } = useTranslation();
  const words = useWords();
  const fields = useFieldsOf('lead', 'person', 'company');
  return fields
    .filter((field) => field.entity !== 'company' || lead.companyId)
    .map((field) => {
      const name = fieldName(field);
      const value = lead.custom?.[name];
      const called = words(field.label);
      const ofCompany = field.entity === 'company';
      if (ofCompany && value === undefined) return null;
      return (
        <FactRow
          key={name}
          label={called}
          source={sourceOf(name)}
          usual={usual}
          onEdit={onEdit && !ofCompany ? () => onEdit(name) : undefined}
          onStory={value !== undefined && !ofCompany ? () => onStory(field, called) : undefined}
        >
          {editing === name && onEdit ? (
            <FieldEditor
              field={field}
              value={value}
              onCancel={() => onEdit(null)}
              onSave={(next) => onSave({ draft: { custom: { [name]: next } }, shown: {} }, name, called)}
            />
          ) : value === undefined ? null : ofCompany ? (
            <>
              <ShownValue field={field} value={value} /> <Link to={`/companies?open=${lead.companyId ?? ''}`} className="lw-muted">{t('common.field.company')}</Link>
            </>
          ) : (
            <ShownValue field={field} value={value} />
          )}
        </FactRow>
      );
    });
}
