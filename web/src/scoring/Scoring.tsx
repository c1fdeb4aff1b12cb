import { Alert, App, Button, Input, Progress, Select, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PlusOutlined } from '../common/icons';
import { RelativeTime } from '../common/RelativeTime';
import { PageHead } from '../common/templates/PageHead';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { GradeMatrix } from './GradeMatrix';
import { LearnedTab } from './LearnedTab';
import type { Definition, ModelLine } from './model';
import { Moves } from './Moves';
import { RuleLists } from './RuleLists';
import './scoring.css';
import { discardDraft, useChangeDraft, useModel, useProgress } from './scoring';
import { SimulationTab } from './SimulationTab';
import { Versions } from './Versions';

const TABS = ['rules', 'matrix', 'simulation', 'versions', 'moves', 'learned'] as const;

/** The model that says how good leads are: change it, see what it would do, publish it. */
export function Scoring() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const line = params.get('line') ?? '';
  const tab = TABS.find((one) => one === params.get('tab')) ?? 'rules';
  const query = useModel(line);
  const choose = (key: string, value: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(key, value);
      else next.delete(key);
      return next;
    }, { replace: true });

  let body;
  if (query.isError) body = <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  else if (!query.data) body = <LoadingState rows={8} />;
  else body = <Model key={line} model={query.data} tab={tab} onTab={(next) => choose('tab', next)} onLine={(next) => choose('line', next)} />;
  return (
    <section className="lw-page">
      <PageHead title={t('scoring.title')} hint={t('scoring.hint')} />
      {body}
    </section>
  );
}

interface ModelProps {
  model: ModelLine;
  tab: string;
  onTab: (tab: string) => void;
  onLine: (line: string) => void;
}

function Model({ model, tab, onTab, onLine }: ModelProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const failed = useFailure();
  const mayEdit = useCan()('scoring.edit');
  const keep = useChangeDraft(model.line);
  const { draft, active } = model;
  const definition = draft?.definition ?? active.definition;
  const change = (next: (before: Definition) => Definition) =>
    keep.mutateAsync(next).then(() => void message.success(t('scoring.kept')));
  const items = [
    { key: 'rules', label: t('scoring.tab.rules'), children: <RuleLists definition={definition} broken={active.broken} mayEdit={mayEdit} onChange={change} /> },
    {
      key: 'matrix', label: t('scoring.tab.matrix'),
      children: <GradeMatrix key={draft?.revision ?? 0} definition={definition} mayEdit={mayEdit} saving={keep.isPending} onChange={(parts) => void change((before) => ({ ...before, ...parts })).catch(failed)} />,
    },
    ...(mayEdit ? [{ key: 'simulation', label: t('scoring.tab.simulation'), children: <SimulationTab model={model} /> }] : []),
    { key: 'versions', label: t('scoring.tab.versions'), children: <Versions model={model} mayEdit={mayEdit} /> },
    { key: 'moves', label: t('scoring.tab.moves'), children: <Moves /> },
    ...(mayEdit ? [{ key: 'learned', label: t('scoring.tab.learned'), children: <LearnedTab /> }] : []),
  ];
  return (
    <>
      <div className="lw-scoring-bar">
        <LineSelect model={model} onLine={onLine} mayAdd={mayEdit} />
        <span className="lw-muted">
          {!model.own && <>{t('scoring.sharesModel')} · </>}
          {active.version === 0 ? t('scoring.shippedModel') : t('scoring.version', { version: active.version })}
          {active.since && <> · {active.by} <RelativeTime at={active.since} /></>}
        </span>
      </div>
      <Looking />
      {draft && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('scoring.draft.there', { by: draft.changedBy })}
          action={
            mayEdit && (
              <span className="lw-actions">
                {tab !== 'simulation' && <Button size="small" type="primary" onClick={() => onTab('simulation')}>{t('scoring.draft.toPublish')}</Button>}
                <Button size="small" onClick={() => void discardDraft(model.line).catch(failed)}>{t('scoring.draft.discard')}</Button>
              </span>
            )
          }
        />
      )}
      <Tabs activeKey={tab} onChange={onTab} items={items} destroyOnHidden />
    </>
  );
}

/** How far a publication is; nothing where all is quiet. */
function Looking() {
  const { t } = useTranslation();
  const waiting = useProgress().data ?? 0;
  const [most, setMost] = useState(0);
  if (waiting > most) setMost(waiting);
  if (waiting === 0) {
    if (most > 0) setMost(0);
    return null;
  }
  return (
    <div role="status" style={{ marginBottom: 12 }}>
      {t('scoring.looking', { count: waiting })}
      <Progress percent={Math.round((1 - waiting / Math.max(most, 1)) * 100)} size="small" />
    </div>
  );
}

function LineSelect({ model, onLine, mayAdd }: { model: ModelLine; onLine: (line: string) => void; mayAdd: boolean }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const lines = model.lines.includes(model.line) ? model.lines : [...model.lines, model.line];
  const add = () => {
    if (name.trim()) onLine(name.trim());
    setName('');
  };
  return (
    <Select
      value={model.line}
      aria-label={t('scoring.line')}
      popupMatchSelectWidth={false}
      options={lines.map((value) => ({ value, label: value || t('scoring.allLines') }))}
      onChange={onLine}
      popupRender={(menu) => (
        <>
          {menu}
          {mayAdd && (
            <div className="lw-actions" style={{ padding: 8 }}>
              <Input
                size="small"
                value={name}
                maxLength={100}
                placeholder={t('scoring.newLine')}
                onChange={(event) => setName(event.target.value)}
                onKeyDown={(event) => event.stopPropagation()}
                onPressEnter={add}
              />
              <Button size="small" icon={<PlusOutlined />} onClick={add}>{t('scoring.addLine')}</Button>
            </div>
          )}
        </>
      )}
    />
  );
}
