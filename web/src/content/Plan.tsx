import { PlusOutlined } from '../common/icons';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHead } from '../common/templates/PageHead';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { useCan } from '../workspace/session';
import './content.css';
import { useContentOutcomes, useItemOptions } from './items';
import type { PlanEntry } from './model';
import { type Move, useMoveEntry, usePlan } from './plan';
import { PlanBoard } from './PlanBoard';
import { PlanCalendar } from './PlanCalendar';
import { PlanDrawer } from './PlanDrawer';
import { PlanFigures } from './PlanFigures';
import { whereItWas } from './planMoves';

const VIEWS = ['board', 'calendar', 'departments'] as const;
type View = (typeof VIEWS)[number];

/** The content plan: as a board, as a calendar, and what each department's content brought. */
export function Plan() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find((one) => one === params.get('tab')) ?? 'board';
  const mayEdit = useCan()('campaigns.edit');
  const plan = usePlan();
  const items = useItemOptions().data ?? [];
  const outcome = useContentOutcomes();
  const move = useMoveEntry();
  const undoable = useUndoToast();
  const failed = useFailure();
  const [editing, setEditing] = useState<PlanEntry | 'new' | null>(null);
  const entries = plan.data ?? [];

  const brought = (entry: PlanEntry) => {
    const found = entry.itemId ? outcome({ id: entry.itemId }) : undefined;
    return { leads: found && (found.lead ?? 0), reads: entry.reads ?? undefined };
  };
  const go = (to: Move) => {
    const back = whereItWas(entries, to.id);
    if (!back || (back.status === to.status && back.before === to.before)) return;
    move.mutate(to, {
      onSuccess: (entry) => {
        const text = t('content.plan.moved', { topic: entry.topic, status: t(`content.planStatus.${entry.status}`) });
        if (back.status === to.status) void message.success(text);
        else undoable(text, () => move.mutateAsync(back));
      },
      onError: failed,
    });
  };

  const add = <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>{t('content.plan.new')}</Button>;
  let body;
  if (plan.isPending) body = <LoadingState />;
  else if (plan.isError) body = <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />;
  else if (view === 'departments') body = <PlanFigures />;
  else if (entries.length === 0)
    body = <EmptyState title={t('content.plan.emptyTitle')} hint={t('content.plan.emptyHint')} action={mayEdit ? add : undefined} />;
  else if (view === 'calendar') body = <PlanCalendar entries={entries} onOpen={setEditing} />;
  else body = <PlanBoard entries={entries} brought={brought} mayEdit={mayEdit} onMove={go} onOpen={setEditing} />;

  return (
    <section className="lw-page">
      <PageHead title={t('content.plan.title')} hint={t('content.plan.hint')} actions={mayEdit && add} />
      <div>
        <Segmented<View>
          value={view}
          onChange={(tab) => setParams(tab === 'board' ? {} : { tab })}
          options={VIEWS.map((value) => ({ value, label: t(`content.plan.view.${value}`) }))}
        />
      </div>
      {body}
      <PlanDrawer entry={editing} items={items} readOnly={!mayEdit} onClose={() => setEditing(null)} />
    </section>
  );
}
