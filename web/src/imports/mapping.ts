import type { Import, ImportField, ImportMapping } from './model';

/** Where the wizard starts: the mapping sent or remembered, else what the server guessed from names and values. */
export function startOf(batch: Pick<Import, 'headers' | 'mapping' | 'sheet'>): ImportMapping {
  const known = batch.mapping?.columns ?? {};
  const useKnown = Object.values(known).some((fields) => fields.length > 0);
  return {
    columns: Object.fromEntries(
      batch.headers.map((header) => [header.name, [...((useKnown ? known[header.name] : header.guess) ?? [])]]),
    ),
    defaults: { ...batch.mapping?.defaults },
    options: { dateOrder: 'ymd', unreadable: 'reject', ...batch.mapping?.options },
    rules: { ...batch.mapping?.rules },
    ...(batch.sheet ? { sheet: batch.sheet } : {}),
  };
}

/** Which columns feed each field. */
export function columnsOf(mapping: ImportMapping): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const [column, fields] of Object.entries(mapping.columns))
    for (const field of fields) uses.set(field, [...(uses.get(field) ?? []), column]);
  return uses;
}

export type MappingProblem =
  | { kind: 'nothing' }
  | { kind: 'missing'; field: ImportField }
  | { kind: 'double'; field: ImportField; columns: string[] };

/** What stands against sending the mapping. */
export function problemsOf(mapping: ImportMapping, fields: readonly ImportField[]): MappingProblem[] {
  const uses = columnsOf(mapping);
  if (uses.size === 0) return [{ kind: 'nothing' }];
  return fields.flatMap((field): MappingProblem[] => {
    const columns = uses.get(field.field) ?? [];
    if (columns.length > 1 && !field.repeatable) return [{ kind: 'double', field, columns }];
    if (columns.length === 0 && field.required && !mapping.defaults[field.field]?.trim()) return [{ kind: 'missing', field }];
    return [];
  });
}

/** Fields a fixed value may be given for: those no column feeds. */
export function unmapped(mapping: ImportMapping, fields: readonly ImportField[]): ImportField[] {
  const uses = columnsOf(mapping);
  return fields.filter((field) => !uses.has(field.field));
}

/** The request: columns left out are left out, and a fixed value never fights with a column. */
export function requestOf(mapping: ImportMapping): ImportMapping {
  const uses = columnsOf(mapping);
  const trimmed = Object.entries(mapping.defaults).map(([field, value]) => [field, value.trim()] as const);
  const options = Object.entries(mapping.options).map(([key, value]) => [key, value?.trim()] as const);
  const rules = Object.entries(mapping.rules ?? {}).map(([rule, value]) => [rule, value.trim()] as const).filter(([, value]) => value);
  return {
    columns: Object.fromEntries(Object.entries(mapping.columns).filter(([, fields]) => fields.length > 0)),
    defaults: Object.fromEntries(trimmed.filter(([field, value]) => value && !uses.has(field))),
    options: Object.fromEntries(options.filter(([, value]) => value)),
    ...(rules.length > 0 ? { rules: Object.fromEntries(rules) } : {}),
    ...(mapping.sheet ? { sheet: mapping.sheet } : {}),
  };
}

export type Confidence = 'high' | 'middle' | 'low';

export function confidenceOf(share: number): Confidence {
  if (share >= 0.9) return 'high';
  return share >= 0.6 ? 'middle' : 'low';
}

/** Whether the person left the guess as it was. */
export function isGuess(guess: readonly string[], chosen: readonly string[]): boolean {
  return guess.length > 0 && guess.length === chosen.length && guess.every((field) => chosen.includes(field));
}
