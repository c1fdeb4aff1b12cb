import type { ImportRule, Question } from './model';

/** A case of a list with its action and its tag, as one line of the form. */
export interface RuleLine {
  action: ImportRule;
  tag: ImportRule | null;
}

const TAG = 'tag_';

/** Cases in the order of the server, each with the rule of its tag. */
export function linesOf(rules: readonly ImportRule[]): RuleLine[] {
  return rules
    .filter((rule) => rule.type === 'choice')
    .map((action) => ({ action, tag: rules.find((rule) => rule.rule === `${TAG}${action.rule}`) ?? null }));
}

/** What holds for the whole list: the tag of the event, the hours of a task. */
export function wholeOf(rules: readonly ImportRule[]): ImportRule[] {
  return rules.filter((rule) => rule.type !== 'choice' && !rule.rule.startsWith(TAG));
}

/** The same with one rule said, or not said any more; the usual need not be said. */
export function say(said: Record<string, string>, rule: ImportRule, value: string): Record<string, string> {
  const rest = Object.fromEntries(Object.entries(said).filter(([name]) => name !== rule.rule));
  return value === '' || value === rule.usual ? rest : { ...rest, [rule.rule]: value };
}

/** Answers and the keys they are given by. */
export const ANSWER_KEYS: readonly (readonly [string, string])[] = [['k', 'keep'], ['o', 'overwrite'], ['a', 'add'], ['x', 'skip']];

/** The answer a key gives, where the row takes it. */
export function answerOf(key: string, question: Pick<Question, 'actions'>): string | null {
  const answer = ANSWER_KEYS.find(([letter]) => letter === key)?.[1];
  return answer && question.actions.includes(answer) ? answer : null;
}

/** Somebody new or unchanged has nothing to keep or to take: they come in, and the button says so. */
export function answerWord(met: string, answer: string): string {
  if (met === 'new' && answer === 'add') return 'imports.question.actNew.add';
  if (met === 'same' && answer === 'keep') return 'imports.question.actSame.keep';
  return `imports.question.act.${answer}`;
}

/** Who was talked to on site waits for a call: first of all; then in the order of the file. */
export function byUrgency(questions: readonly Question[]): Question[] {
  return [...questions].sort((one, other) => Number(!one.talkedTo) - Number(!other.talkedTo) || one.row - other.row);
}
