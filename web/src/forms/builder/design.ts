import { CHOICE_KINDS, FACT_KINDS, type Bilingual, type FieldKind, type FormDesign, type FormField } from '../model';

export const BLANK: Bilingual = { zh: '', en: '' };

/** A key nobody has yet: the kind for a fact, a number behind it for the rest. */
export function freeKey(design: FormDesign, kind: FieldKind): string {
  const taken = new Set(design.fields.map((field) => field.key));
  if (FACT_KINDS.includes(kind) && !taken.has(kind)) return kind;
  for (let number = 1; ; number++) if (!taken.has(`${kind}_${number}`)) return `${kind}_${number}`;
}

/** Facts are asked once. */
export function mayAdd(design: FormDesign, kind: FieldKind): boolean {
  return !FACT_KINDS.includes(kind) || design.fields.every((field) => field.kind !== kind);
}

export function newField(design: FormDesign, kind: FieldKind, label: Bilingual, choices: string[]): FormField {
  return {
    key: freeKey(design, kind), kind, label, help: BLANK, placeholder: BLANK, required: false, progressive: false,
    choices: CHOICE_KINDS.includes(kind) ? choices.map((word) => ({ value: word, label: BLANK })) : [],
  };
}

export function insertField(design: FormDesign, field: FormField, at = design.fields.length): FormDesign {
  return { ...design, fields: [...design.fields.slice(0, at), field, ...design.fields.slice(at)] };
}

/** Takes a field away, and the conditions that looked at it. */
export function removeField(design: FormDesign, key: string): FormDesign {
  return {
    ...design,
    fields: design.fields
      .filter((field) => field.key !== key)
      .map((field) => (field.when?.field === key ? { ...field, when: null } : field)),
  };
}

/** To the place before that of another; beyond the last is the end. */
export function moveField(design: FormDesign, from: number, to: number): FormDesign {
  const field = design.fields[from];
  if (!field || from === to) return design;
  const rest = design.fields.filter((_field, index) => index !== from);
  const at = Math.max(0, Math.min(rest.length, to));
  return { ...design, fields: [...rest.slice(0, at), field, ...rest.slice(at)] };
}

/** Changes a field; conditions of others follow its key. */
export function changeField(design: FormDesign, key: string, patch: Partial<FormField>): FormDesign {
  const renamed = patch.key !== undefined && patch.key !== key;
  return {
    ...design,
    fields: design.fields.map((field) => {
      if (field.key === key) return { ...field, ...patch };
      return renamed && field.when?.field === key ? { ...field, when: { ...field.when, field: patch.key ?? '' } } : field;
    }),
  };
}

/** Renames what an answer is kept as; conditions that ask for it follow. */
export function renameChoice(design: FormDesign, key: string, index: number, value: string): FormDesign {
  const field = design.fields.find((one) => one.key === key);
  const before = field?.choices[index]?.value;
  if (!field || before === undefined) return design;
  const changed = changeField(design, key, {
    choices: field.choices.map((choice, at) => (at === index ? { ...choice, value } : choice)),
  });
  return {
    ...changed,
    fields: changed.fields.map((one) =>
      one.when?.field === key
        ? { ...one, when: { ...one.when, values: one.when.values.map((wanted) => (wanted === before ? value : wanted)) } }
        : one,
    ),
  };
}

/** Fields a condition may look at: those above. */
export function deciders(design: FormDesign, key: string): FormField[] {
  const index = design.fields.findIndex((field) => field.key === key);
  return design.fields.slice(0, Math.max(0, index));
}
