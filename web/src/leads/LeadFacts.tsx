import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatMinute } from '../common/format/time';
import { fieldName as name, type ProfileField } from '../fields/model';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { useCan } from '../workspace/session';
import { ContactValue } from './ContactValue';
import { fieldName } from './detailLines';
import { FactEditor } from './FactEditor';
import { type FactDef, FACTS } from './factDefs';
import { FactRow } from './FactRow';
import { CustomFacts } from './CustomFacts';
import { FactStory } from './FactStory';
import { chooseValue, type LeadEdit, undoEdit, useEditLead } from './leads';
import type { Fact, LeadRecord } from './model';
import { sourceWord } from './sourceWord';
import { usualSource } from './usualSource';

/** What is no choice among told values. */
const NO_STORY = new Set(['key', 'firstContactAt']);

interface LeadFactsProps {
  record: LeadRecord;
  startEditing: boolean;
}

/** What is known, where each piece came from, and editing in place. */
export function LeadFacts({ record, startEditing }: LeadFactsProps) {
  const { t, i18n } = useTranslation();
  const { lead } = record;
  const mayEdit = useCan()('leads.edit') && !lead.erased;
  const [editing, setEditing] = useState<string | null>(startEditing && mayEdit ? 'name' : null);
  const [story, setStory] = useState<{ word: string; label: string; known?: ProfileField } | null>(null);
  const edit = useEditLead(lead.id);
  const failed = useFailure();
  const toast = useUndoToast();

  // Several records may state the same field; the latest one is where the value came from.
  const sources = new Map<string, Fact>();
  for (const fact of record.facts) {
    const name = fact.field.includes('.') ? fact.field : fieldName(fact.field);
    const known = sources.get(name);
    if (!known || known.at <= fact.at) sources.set(name, fact);
  }
  const known = new Set(FACTS.map((def) => def.field));
  const others = [...sources].filter(([name]) => !known.has(name) && !name.includes('.'));
  const storyOf = (name: string) => (sources.has(name) && !NO_STORY.has(name) ? () => setStory({ word: sources.get(name)?.field ?? name, label: label(name) }) : undefined);
  const label = (name: string) => (i18n.exists(`leads.field.${name}`) ? t(`leads.field.${name}`) : name);
  const sourceOf = (name: string) => {
    const fact = sources.get(name);
    return fact ? t('leads.fact.from', { source: sourceWord(fact, t), day: formatDay(fact.at) }) : undefined;
  };
  const usual = usualSource([...sources.keys()].map(sourceOf));

  const save = (change: LeadEdit, name: string, called = label(name)) => {
    setEditing(null);
    edit.mutate(change, {
      onSuccess: ({ undo }) => toast(t('leads.fact.saved', { field: called }), () => undoEdit(lead.id, undo)),
      onError: failed,
    });
  };
  const shown = (def: FactDef) => {
    const value = def.shown(lead);
    if (!value) return null;
    if (def.field === 'phone' || def.field === 'email') return <ContactValue lead={lead} kind={def.field} value={value} />;
    if (def.field === 'sourceClass') return t(`common.sourceClass.${value}`);
    if (def.field === 'firstContactAt') return formatMinute(value);
    return value;
  };

  return (
    <RecordSection title={t('common.record.facts')}>
      {usual && <p className="lw-fact-source">{t('leads.fact.usual', { from: usual })}</p>}
      <dl className="lw-facts">
        {FACTS.map((def) => (
          <FactRow
            key={def.field}
            label={label(def.field)}
            source={sourceOf(def.field)}
            usual={usual}
            onEdit={def.edit && mayEdit ? () => setEditing(def.field) : undefined}
            onStory={storyOf(def.field)}
          >
            {editing === def.field && def.edit ? (
              <FactEditor
                def={def.edit}
                lead={lead}
                label={label(def.field)}
                onSave={(change) => save(change, def.field)}
                onCancel={() => setEditing(null)}
              />
            ) : (
              shown(def)
            )}
          </FactRow>
        ))}
        {others.map(([name, fact]) => (
          <FactRow key={name} label={label(name)} source={sourceOf(name)} usual={usual} onEdit={undefined} onStory={storyOf(name)}>
            {fact.value}
          </FactRow>
        ))}
        <CustomFacts
          lead={lead}
          sourceOf={sourceOf}
          usual={usual}
          editing={editing}
          onEdit={mayEdit ? setEditing : undefined}
          onSave={(change, name, called) => save(change, name, called)}
          onStory={(field, called) => setStory({ word: name(field), label: called, known: field })}
        />
      </dl>
      <FactStory
        of={`/leads/${lead.id}`}
        field={story}
        onClose={() => setStory(null)}
        onChoose={(told) => {
          const chosen = story;
          setStory(null);
          if (chosen)
            chooseValue(lead.id, chosen.word, told.recordId).then(
              (undo) => toast(t('fields.story.chosen', { field: chosen.label }), () => undoEdit(lead.id, undo)),
              failed,
            );
        }}
      />
    </RecordSection>
  );
}
