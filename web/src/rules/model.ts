/** Conditions as the server keeps them. */
export interface Asks {
  field: string;
  is: string;
  values?: string[];
}
export interface Did {
  did: Asks[];
  least: number;
  most: number | null;
  days: number | null;
}
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Asks | Did;

export type Kind = 'text' | 'choice' | 'number' | 'fading' | 'moment' | 'flag';

export interface RuleField {
  key: string;
  kind: Kind;
  operators: string[];
  options?: string | null;
  label?: { zh: string; en: string } | null;
}

export interface Catalogue {
  leads: RuleField[];
  deeds: RuleField[];
}

/** Each part of a condition with its own answer, in the condition's order. */
export interface Reasons {
  holds: boolean;
  count?: number | null;
  parts: Reasons[];
}

/** How the parts of a group go together; none of them is the opposite of any. */
export type Mode = 'all' | 'any' | 'none';

/** A condition as it is edited: groups have a mode, so that "not" needs no level of its own. */
export interface Group {
  mode: Mode;
  of: Item[];
}
export type Item = Group | Asks | Did;

export const isGroup = (item: Item): item is Group => 'mode' in item;
export const isDid = (item: Item): item is Did => 'did' in item;

export const EVERYBODY: Condition = { all: [] };

function item(condition: Condition): Item {
  if ('all' in condition) return { mode: 'all', of: condition.all.map(item) };
  if ('any' in condition) return { mode: 'any', of: condition.any.map(item) };
  if ('not' in condition) {
    const inner = item(condition.not);
    return isGroup(inner) && inner.mode === 'any' ? { mode: 'none', of: inner.of } : { mode: 'none', of: [inner] };
  }
  return condition;
}

/** Any condition as a group to be edited. */
export function editable(condition: Condition): Group {
  const whole = item(condition);
  return isGroup(whole) ? whole : { mode: 'all', of: [whole] };
}

/** Back as the server keeps it. */
export function kept(edited: Item): Condition {
  if (!isGroup(edited)) return edited;
  const of = edited.of.map(kept);
  if (edited.mode === 'all') return { all: of };
  return edited.mode === 'any' ? { any: of } : { not: { any: of } };
}

/** How many values an operator takes: none, one, two, or as many as there are. */
export function valueCount(kind: Kind, operator: string): 0 | 1 | 2 | 'many' {
  if (operator === 'known' || operator === 'unknown') return 0;
  if (operator === 'between') return 2;
  return kind === 'text' || kind === 'choice' ? 'many' : 1;
}

/** Whether every part says all that it must, so that it can be asked. */
export function isComplete(edited: Item, catalogue: Catalogue): boolean {
  if (isGroup(edited)) return edited.of.every((part) => isComplete(part, catalogue));
  if (isDid(edited)) return edited.did.every((asks) => isWhole(asks, catalogue.deeds));
  return isWhole(edited, catalogue.leads);
}

function isWhole(asks: Asks, fields: RuleField[]): boolean {
  const field = fields.find(({ key }) => key === asks.field);
  if (!field) return false;
  const count = valueCount(field.kind, asks.is);
  const given = (asks.values ?? []).filter((value) => value.trim() !== '');
  return count === 'many' ? given.length > 0 : given.length === count;
}

/** A new question to a field: the operator that is meant most often, nothing to compare with yet. */
export function newAsks(field: RuleField): Asks {
  const usual = { text: 'contains', choice: 'is', number: 'at_least', fading: 'at_least', moment: 'within_last', flag: 'is' }[field.kind];
  return { field: field.key, is: usual, values: field.kind === 'flag' ? ['true'] : [] };
}
