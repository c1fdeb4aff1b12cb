import { describe, expect, it } from 'vitest';
import type { ImportRule, Question } from './model';
import { answerOf, answerWord, byUrgency, linesOf, say, wholeOf } from './rules';

const rule = (name: string, type: ImportRule['type'], usual: string | null = null): ImportRule => ({
  rule: name, label: name, group: 'g', type, usual, choices: [],
});
const rules = [
  rule('tag', 'text'), rule('new', 'choice', 'add'), rule('tag_new', 'text'), rule('changed', 'choice', 'overwrite'), rule('task_hours', 'number', '48'),
];
const question = (row: number, talkedTo: string | null = null): Question => ({
  id: String(row), row, met: 'changed', talkedTo, details: [], actions: ['overwrite', 'keep', 'skip'],
});

describe('rules of a list', () => {
  it('are a line a case, with its tag where there is one', () => {
    expect(linesOf(rules).map((line) => [line.action.rule, line.tag?.rule])).toEqual([['new', 'tag_new'], ['changed', undefined]]);
  });
  it('that hold for the whole list stand apart', () => {
    expect(wholeOf(rules).map((one) => one.rule)).toEqual(['tag', 'task_hours']);
  });
  it('are not said where they are as usual', () => {
    const changed = rule('changed', 'choice', 'overwrite');
    expect(say({ tag: '展会' }, changed, 'ask')).toEqual({ tag: '展会', changed: 'ask' });
    expect(say({ tag: '展会', changed: 'ask' }, changed, 'overwrite')).toEqual({ tag: '展会' });
    expect(say({ tag: '展会' }, rule('tag', 'text'), '')).toEqual({});
  });
});

describe('answers', () => {
  it('are given by keys, but only those the row takes', () => {
    expect(answerOf('k', question(2))).toBe('keep');
    expect(answerOf('a', question(2))).toBeNull();
    expect(answerOf('q', question(2))).toBeNull();
  });
  it('say what they do to the case', () => {
    expect(answerWord('new', 'add')).toBe('imports.question.actNew.add');
    expect(answerWord('taken', 'add')).toBe('imports.question.act.add');
    expect(answerWord('same', 'keep')).toBe('imports.question.actSame.keep');
  });
  it('are asked first about people who were talked to on site', () => {
    expect(byUrgency([question(2), question(9, 'liu'), question(5)]).map((one) => one.row)).toEqual([9, 2, 5]);
  });
});
