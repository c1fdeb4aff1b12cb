import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { Money } from '../common/Money';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { FieldEditor } from '../fields/FieldEditor';
import { useFieldsOf, useWords } from '../fields/fields';
import { fieldName, type FieldValue, type ProfileField } from '../fields/model';
import { ShownValue } from '../fields/ShownValue';
import { FactRow } from '../leads/FactRow';
import { FactStory } from '../leads/FactStory';
import '../leads/leads.css';
import { useCan } from '../workspace/session';
import { editCompany, undoCompanyEdit } from './companies';
import type { CompanyRow } from './model';

const none = { zh: '', en: '' };

/** What every company has that may be changed by hand; the server calls the size a band. */
const USUAL = [['industry', 'industry'], ['size_band', 'size'], ['province', 'province'], ['city', 'city'], ['domain', 'domain']] as const;

/** What is known of a company, changed in place, with every value it ever had. */
export function CompanyFacts({ company }: { company: CompanyRow }) {
  const { t } = useTranslation();
  const words = useWords();
  const mayEdit = useCan()('leads.edit');
  const failed = useFailure();
  const toast = useUndoToast();
  const custom = useFieldsOf('company');
  const [editing, setEditing] = useState<string | null>(null);
  const [story, setStory] = useState<{ word: string; label: string; known?: ProfileField } | null>(null);

  const usual = USUAL.map(([key, shown]) => {
    const field: ProfileField = { id: null, entity: 'company', key, type: 'text', label: none, help: none, required: false, options: [], custom: false, archived: false };
    return { field, label: t(`companies.field.${shown}`), value: company[shown] ?? undefined };
  });
  const own = custom.map((field) => ({ field, label: words(field.label), value: company.custom?.[fieldName(field)] }));

  const save = (name: string, label: string, value: FieldValue | null) => {
    setEditing(null);
    editCompany(company.id, { [name]: value }).then((undo) => toast(t('leads.fact.saved', { field: label }), () => undoCompanyEdit(company.id, undo)), failed);
  };

  return (
    <RecordSection title={t('common.record.facts')}>
      <dl className="lw-facts">
        <FactRow label={t('companies.field.uscc')} source={undefined} usual={undefined} onEdit={undefined}>
          {company.uscc && <span className="lw-num">{company.uscc}</span>}
        </FactRow>
        {[...usual, ...own].map(({ field, label, value }) => {
          const name = fieldName(field);
          return (
            <FactRow
              key={name}
              label={label}
              source={undefined}
              usual={undefined}
              onEdit={mayEdit ? () => setEditing(name) : undefined}
              onStory={value === undefined ? undefined : () => setStory({ word: name, label, ...(field.custom ? { known: field } : {}) })}
            >
              {editing === name ? (
                <FieldEditor field={{ ...field, label: field.custom ? field.label : { zh: label, en: label } }} value={value} onSave={(next) => save(name, label, next)} onCancel={() => setEditing(null)} />
              ) : value === undefined ? null : (
                <ShownValue field={field} value={value} />
              )}
            </FactRow>
          );
        })}
        <FactRow label={t('companies.field.people')} source={undefined} usual={undefined} onEdit={undefined}>{formatNumber(company.people)}</FactRow>
        <FactRow label={t('common.field.leads')} source={undefined} usual={undefined} onEdit={undefined}>{formatNumber(company.leads)}</FactRow>
        <FactRow label={t('companies.field.wonLeads')} source={undefined} usual={undefined} onEdit={undefined}>{formatNumber(company.wonLeads)}</FactRow>
        <FactRow label={t('common.field.revenue')} source={undefined} usual={undefined} onEdit={undefined}><Money fen={company.revenueFen} withUnit /></FactRow>
      </dl>
      <FactStory
        of={`/companies/${company.id}`}
        field={story}
        onClose={() => setStory(null)}
        onChoose={(told) => {
          const chosen = story;
          setStory(null);
          // Said once more by hand; several choices stand apart by commas.
          if (chosen) save(chosen.word, chosen.label, chosen.known?.type === 'choices' ? told.value.split(',') : chosen.known?.type === 'money' ? String(Number(told.value) / 100) : told.value);
        }}
      />
    </RecordSection>
  );
}
