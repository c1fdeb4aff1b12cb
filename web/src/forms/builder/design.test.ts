import { describe, expect, it } from 'vitest';
import type { FieldKind, FormDesign, FormField } from '../model';
import { BLANK, changeField, deciders, freeKey, insertField, mayAdd, moveField, newField, removeField, renameChoice } from './design';

const field = (key: string, kind: FieldKind = 'text', extra: Partial<FormField> = {}): FormField => ({
  key, kind, label: BLANK, help: BLANK, placeholder: BLANK, required: false, choices: [], progressive: false, ...extra,
});
const design = (...fields: FormField[]): FormDesign => ({
  title: BLANK, intro: BLANK, fields, button: BLANK, assigned: { tags: [], kiosk: false },
  ending: { text: BLANK, downloadText: BLANK }, guard: { proof: 'auto', sites: [] },
});
const keys = (form: FormDesign) => form.fields.map((one) => one.key);

describe('a design', () => {
  it('asks a fact once, and anything else as often as wanted', () => {
    const form = design(field('phone', 'phone'), field('text_1'));
    expect(mayAdd(form, 'phone')).toBe(false);
    expect(mayAdd(form, 'email')).toBe(true);
    expect(freeKey(form, 'text')).toBe('text_2');
    expect(newField(form, 'choice', BLANK, ['A', 'B']).choices.map((choice) => choice.value)).toEqual(['A', 'B']);
  });

  it('moves a field to either side and stays whole beyond the ends', () => {
    const form = design(field('a'), field('b'), field('c'));
    expect(keys(moveField(form, 0, 1))).toEqual(['b', 'a', 'c']);
    expect(keys(moveField(form, 2, 0))).toEqual(['c', 'a', 'b']);
    expect(keys(moveField(form, 0, 99))).toEqual(['b', 'c', 'a']);
    expect(moveField(form, 7, 0)).toBe(form);
    expect(keys(insertField(form, field('x'), 1))).toEqual(['a', 'x', 'b', 'c']);
  });

  it('keeps conditions true when what they look at is renamed, and drops them when it goes', () => {
    const form = design(
      field('has', 'choice', { choices: [{ value: 'yes', label: BLANK }] }),
      field('which', 'text', { when: { field: 'has', is: 'one_of', values: ['yes'] } }),
    );
    expect(changeField(form, 'has', { key: 'own' }).fields[1]?.when?.field).toBe('own');
    expect(renameChoice(form, 'has', 0, 'sure').fields[1]?.when?.values).toEqual(['sure']);
    expect(removeField(form, 'has').fields[0]?.when).toBeNull();
  });

  it('lets a condition look up only', () => {
    expect(deciders(design(field('a'), field('b'), field('c')), 'b').map((one) => one.key)).toEqual(['a']);
  });
});
