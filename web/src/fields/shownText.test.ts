import { expect, it } from 'vitest';
import type { ProfileField } from './model';
import { shownText } from './shownText';

const field = (type: ProfileField['type']): ProfileField => ({
  id: '1', entity: 'lead', key: 'x', type, label: { zh: '字段', en: 'Field' }, help: { zh: '', en: '' }, required: false, custom: true, archived: false,
  options: [{ value: 'o1', label: { zh: '金融', en: 'Finance' }, archived: false }, { value: 'o2', label: { zh: '教育', en: 'Education' }, archived: true }],
});
const told = (type: ProfileField['type'], value: string | string[] | null) => shownText(field(type), value, (words) => words.zh, { yes: '是', no: '否' });

it('says a value of each type in words', () => {
  expect(told('choice', 'o1')).toBe('金融');
  expect(told('choices', ['o1', 'o2'])).toBe('金融 · 教育');
  expect(told('choices', 'o1,o2')).toBe('金融 · 教育');
  expect(told('number', '1234.5')).toBe('1,234.5');
  expect(told('yes_no', 'yes')).toBe('是');
  expect(told('yes_no', 'no')).toBe('否');
  expect(told('money', '1200050')).toContain('12,000.50');
  expect(told('text', '云原生')).toBe('云原生');
});

it('has no words for what was not told', () => {
  expect(told('text', null)).toBeUndefined();
  expect(told('choices', [])).toBeUndefined();
  expect(told('text', '')).toBeUndefined();
});
