import { App, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../common/keyboard';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useUserOptions } from '../workspace/users';
import type { Import, Question } from './model';
import { useAnswer, useAnswerAll, useQuestions } from './questions';
import { ANSWER_KEYS, answerOf, answerWord, byUrgency } from './rules';
import { useRuleWords } from './useRuleWords';

/** Rows that wait, one after the other: what is here beside what the list says, and an answer. */
export function Questions({ batch }: { batch: Import }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const failed = useFailure();
  const words = useRuleWords(batch.kind);
  const people = useUserOptions().data ?? [];
  const query = useQuestions(batch.id);
  const answer = useAnswer(batch.id);
  const answerAll = useAnswerAll(batch.id);
  const [passed, setPassed] = useState<readonly string[]>([]);

  const waiting = byUrgency(query.data?.items ?? []);
  const question = waiting.find((one) => !passed.includes(one.id)) ?? waiting[0];
  const busy = answer.isPending || answerAll.isPending;
  const decide = (decision: string) => {
    if (question && !busy) answer.mutate({ question: question.id, decision }, { onError: failed });
  };
  // Past the last one it begins anew: nobody is forgotten.
  const next = () => question && setPassed(passed.length + 1 >= waiting.length ? [] : [...passed, question.id]);
  useKeys({
    j: () => next(),
    // "g o" goes to another page and answers nothing.
    'g g': () => undefined,
    ...Object.fromEntries(
      ANSWER_KEYS.map(([key]) => [key, () => {
        const decision = question ? answerOf(key, question) : null;
        if (decision) decide(decision);
      }]),
    ),
  }, question !== undefined);

  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingState rows={4} />;
  const left = Object.values(query.data.counts).reduce((sum, count) => sum + count, 0);
  const all = (of: Question, decision: string) => {
    const count = query.data.counts[of.met] ?? 0;
    modal.confirm({
      title: t('imports.question.allAsk', { count, action: t(answerWord(of.met, decision)) }),
      okText: t(answerWord(of.met, decision)),
      cancelText: t('common.cancel'),
      onOk: () =>
        answerAll.mutateAsync({ met: of.met, decision }).then((decided) => message.success(t('imports.question.decided', { count: decided })), failed),
    });
  };

  return (
    <RecordSection title={t('imports.question.title')} extra={left > 0 && <span className="lw-muted">{t('imports.question.left', { count: left })}</span>}>
      <div className="lw-panel lw-question" aria-live="polite">
        {!question ? (
          <EmptyState title={t('imports.question.none')} hint={t('imports.question.noneHint')} />
        ) : (
          <>
            <header>
              <strong>{[question.who, question.company].filter(Boolean).join(' · ')}</strong>
              <Tag>{words.rule(question.met)}</Tag>
              <span className="lw-muted">{t('imports.question.row', { row: question.row })}</span>
            </header>
            {question.talkedTo && (
              <p className="lw-warning">
                {t('imports.question.talked', { name: people.find((one) => one.id === question.talkedTo)?.name ?? '' })}
              </p>
            )}
            <table className="lw-question-sides">
              <thead>
                <tr>
                  <th>{t('imports.question.field')}</th>
                  <th>{t('imports.question.have')}</th>
                  <th>{t('imports.question.says')}</th>
                </tr>
              </thead>
              <tbody>
                {question.details.map((one) => (
                  <tr key={one.field}>
                    <td>{words.field(one.field)}</td>
                    <td>{one.owner ? t('imports.question.owner', { owner: one.owner }) : (one.have ?? <span className="lw-muted">{t('imports.question.nothing')}</span>)}</td>
                    <td>{one.says}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <div className="lw-actions">
              {question.actions.map((action) => (
                <Button key={action} disabled={busy} {...(action === 'skip' ? { danger: true } : {})} onClick={() => decide(action)}>
                  {t(answerWord(question.met, action))}
                </Button>
              ))}
              <Button type="text" onClick={next}>{t('imports.question.skipTo')}</Button>
            </div>
            {(query.data.counts[question.met] ?? 0) > 1 && (
              <div className="lw-actions">
                <span className="lw-muted">{t('imports.question.all', { count: query.data.counts[question.met] })}</span>
                {question.actions.map((action) => (
                  <Button key={action} size="small" type="link" disabled={busy} onClick={() => all(question, action)}>
                    {t(answerWord(question.met, action))}
                  </Button>
                ))}
              </div>
            )}
          </>
        )}
        <p className="lw-muted">{t('imports.question.hint')} <span className="lw-question-keys">{t('imports.question.keys')}</span></p>
      </div>
    </RecordSection>
  );
}
