import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../common/api/useList';
import { PageHead } from '../common/templates/PageHead';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useCan } from '../workspace/session';
import { CloseTask } from './CloseTask';
import { GiveTask } from './GiveTask';
import { TaskCard } from './TaskCard';
import './tasks.css';
import type { Closing, Task } from './tasks';

type Doing = { task: Task; what: Closing | 'give' } | null;

/** What waits for somebody, the most pressing first. */
export function Tasks() {
  const { t } = useTranslation();
  const can = useCan();
  const [params, setParams] = useSearchParams();
  const [doing, setDoing] = useState<Doing>(null);
  const state = params.get('state') === 'closed' ? 'closed' : 'open';
  const whose = params.get('whose') === 'scope' ? 'scope' : 'mine';
  const list = useList<Task>('/tasks', { state, whose });
  const choose = (key: string, value: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      next.set(key, value);
      return next;
    }, { replace: true });

  let body;
  if (list.isError) body = <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  else if (list.isPending) body = <LoadingState rows={6} />;
  else if (list.rows.length === 0) body = <EmptyState title={t(`tasks.empty.${state}`)} hint={t('tasks.emptyHint')} />;
  else
    body = (
      <div className="lw-tasks">
        {list.rows.map((task) => (
          <TaskCard
            key={task.id}
            task={task}
            showMember={whose === 'scope'}
            onClose={(what) => setDoing({ task, what })}
            onGive={() => setDoing({ task, what: 'give' })}
          />
        ))}
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('common.list.more')}</Button>
        )}
      </div>
    );

  return (
    <section className="lw-page">
      <PageHead title={t('tasks.title')} hint={t('tasks.hint')} />
      <div className="lw-actions">
        <Segmented
          value={state}
          options={(['open', 'closed'] as const).map((value) => ({ value, label: t(`tasks.show.${value}`) }))}
          onChange={(value) => choose('state', value)}
        />
        {can('tasks.assign') && (
          <Segmented
            value={whose}
            options={(['mine', 'scope'] as const).map((value) => ({ value, label: t(`tasks.whose.${value}`) }))}
            onChange={(value) => choose('whose', value)}
          />
        )}
      </div>
      {body}
      {doing && doing.what !== 'give' && <CloseTask task={doing.task} as={doing.what} onClose={() => setDoing(null)} />}
      {doing?.what === 'give' && <GiveTask task={doing.task} onClose={() => setDoing(null)} />}
    </section>
  );
}
