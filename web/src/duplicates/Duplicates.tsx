import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../common/keyboard';
import { PageHead } from '../common/templates/PageHead';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { CertainPairs } from './CertainPairs';
import { askAgain, search, unmerge, useDecide, useDuplicates, useSearching } from './duplicates';
import './duplicates.css';
import type { Pair } from './model';
import { PairCard } from './PairCard';

/** Pairs that may be one person, one after the other: both sides, what speaks for it, and a decision. */
export function Duplicates() {
  const { t } = useTranslation();
  const query = useDuplicates();
  const decide = useDecide();
  const searching = useSearching().data ?? 0;
  const failed = useFailure();
  const toast = useUndoToast();
  const [passed, setPassed] = useState<readonly string[]>([]);

  const waiting = query.data?.items ?? [];
  const pair = waiting.find((one) => !passed.includes(one.id)) ?? waiting[0];
  const called = (of: Pair) => of.one.name ?? of.other.name ?? '';
  const answer = (same: boolean) => {
    if (!pair || decide.isPending) return;
    decide.mutate({ pair, same }, {
      onSuccess: ({ merge }) =>
        toast(t(same ? 'duplicates.merged' : 'duplicates.apart', { name: called(pair) }), () => (merge ? unmerge(merge) : askAgain(pair.id))),
      onError: failed,
    });
  };
  // Past the last one it begins anew: nobody is forgotten.
  const next = () => pair && setPassed(passed.length + 1 >= waiting.length ? [] : [...passed, pair.id]);
  useKeys({ m: () => answer(true), n: () => answer(false), j: () => next() }, pair !== undefined);

  let body;
  if (query.isError) body = <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  else if (!query.data) body = <LoadingState rows={6} />;
  else if (!pair) body = <EmptyState title={t('duplicates.none')} hint={t('duplicates.noneHint')} />;
  else
    body = (
      <>
        <p className="lw-muted">{t('duplicates.left', { count: query.data.total })}</p>
        <PairCard pair={pair} />
        <div className="lw-actions lw-pair-actions">
          <Button type="primary" disabled={decide.isPending} onClick={() => answer(true)}>{t('duplicates.same')}</Button>
          <Button disabled={decide.isPending} onClick={() => answer(false)}>{t('duplicates.different')}</Button>
          <Button type="text" onClick={next}>{t('duplicates.later')}</Button>
          <span className="lw-muted lw-pair-keys">{t('duplicates.keys')}</span>
        </div>
      </>
    );

  return (
    <section className="lw-page">
      <PageHead
        title={t('duplicates.title')}
        hint={t('duplicates.hint')}
        actions={searching === 0 && <Button title={t('duplicates.search.hint')} onClick={() => void search(true).catch(failed)}>{t('duplicates.search.start')}</Button>}
      />
      {searching > 0 && (
        <p role="status">
          {t('duplicates.search.left', { count: searching })}
          <Button type="link" onClick={() => void search(false).catch(failed)}>{t('duplicates.search.stop')}</Button>
        </p>
      )}
      <CertainPairs />
      {body}
    </section>
  );
}
