import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { sourceWord } from './sourceWord';
import zh from './i18n/zh-CN.json';

/** Fills in the Chinese words as the app does. */
const t = ((key: string, values: Record<string, unknown> = {}) => {
  const word = key.split('.').slice(1).reduce<unknown>((words, part) => (words as Record<string, unknown>)[part], zh);
  return String(word).replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]));
}) as unknown as TFunction;

describe('sourceWord', () => {
  it('says in words what was typed in by hand', () => {
    expect(sourceWord({ source: 'typed' }, t)).toBe('手工填写');
    expect(sourceWord({ source: 'manual', file: null, row: null }, t)).toBe('手工填写');
  });
  it('names the file and the row a fact comes from', () => {
    expect(sourceWord({ source: 'file', file: '展会.xlsx', row: 5 }, t)).toBe('名单“展会.xlsx” 第 5 行');
    expect(sourceWord({ source: 'deals:file', file: '合同.xlsx', row: 2 }, t)).toBe('商机表“合同.xlsx” 第 2 行');
    expect(sourceWord({ source: 'CRM', file: '线索.csv', row: 7 }, t)).toBe('CRM 第 7 行');
  });
  it('says import of a file that is no more', () => {
    expect(sourceWord({ source: 'file', row: 5 }, t)).toBe('导入 第 5 行');
  });
});
