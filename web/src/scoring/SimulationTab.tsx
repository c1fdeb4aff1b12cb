import { App, Button, Input, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { RelativeTime } from '../common/RelativeTime';
import { EmptyState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { GRADES, ROUTES, type ModelLine, type Simulation } from './model';
import { cancelSimulation, usePublish, useSimulate, useSimulation } from './scoring';
import { ShiftMatrix } from './ShiftMatrix';

/** What the draft would change, and its publication. */
export function SimulationTab({ model }: { model: ModelLine }) {
  const { t } = useTranslation();
  const failed = useFailure();
  const simulate = useSimulate(model.line);
  const simulation = useSimulation(model.line).data ?? null;
  const { draft } = model;
  if (!draft) return <EmptyState title={t('scoring.simulation.noDraft')} hint={t('scoring.simulation.noDraftHint')} />;
  const running = simulation?.state === 'running';
  const old = simulation !== null && simulation.revision !== draft.revision;
  return (
    <section className="lw-panel lw-simulation">
      <div className="lw-scoring-bar">
        <span className="lw-muted">{t('scoring.simulation.hint')}</span>
        <Button type={simulation && !old ? 'default' : 'primary'} disabled={running} loading={simulate.isPending} onClick={() => simulate.mutate(undefined, { onError: failed })}>
          {t(simulation ? 'scoring.simulation.again' : 'scoring.simulation.start')}
        </Button>
      </div>
      {simulation && !old && <Outcome simulation={simulation} />}
      {old && !running && <p className="lw-muted">{t('scoring.simulation.old')}</p>}
      <Publish model={model} revision={draft.revision} simulated={simulation?.state === 'done' && !old} />
    </section>
  );
}

function Outcome({ simulation }: { simulation: Simulation }) {
  const { t } = useTranslation();
  const failed = useFailure();
  const { state, looked, total, leads, outcome } = simulation;
  if (state === 'running') {
    return (
      <div role="status">
        <Progress percent={total ? Math.floor((looked / total) * 100) : 0} />
        <div className="lw-actions">
          <span className="lw-muted">{t('scoring.simulation.looked', { looked: formatNumber(looked), total: formatNumber(total) })}</span>
          <Button size="small" onClick={() => void cancelSimulation(simulation.id).catch(failed)}>{t('common.cancel')}</Button>
        </div>
      </div>
    );
  }
  if (!outcome) return <p className="lw-muted">{t(`scoring.simulation.state.${state}`)}</p>;
  return (
    <>
      <p>
        <strong>{t('scoring.simulation.sum', { total: formatNumber(total), grades: formatNumber(outcome.gradeChanged), routes: formatNumber(outcome.routeChanged) })}</strong>{' '}
        <span className="lw-muted">
          {leads != null && total != null && leads > total && t('scoring.simulation.sample', { leads: formatNumber(leads), total: formatNumber(total) })}{' '}
          {simulation.startedBy} <RelativeTime at={simulation.startedAt} />
        </span>
      </p>
      <ShiftMatrix caption={t('scoring.simulation.byRoute')} shifts={outcome.routes} order={ROUTES} label={(route) => t(`scoring.route.${route}`)} />
      <ShiftMatrix caption={t('scoring.simulation.byGrade')} shifts={outcome.grades} order={GRADES} label={(grade) => grade} />
    </>
  );
}

function Publish({ model, revision, simulated }: { model: ModelLine; revision: number; simulated: boolean }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const failed = useFailure();
  const publish = usePublish(model.line);
  const [note, setNote] = useState('');
  const ask = () =>
    modal.confirm({
      title: t('scoring.publish.ask'),
      content: t(simulated ? 'scoring.publish.askHint' : 'scoring.publish.notSimulated'),
      okText: t('scoring.publish.do'),
      cancelText: t('common.cancel'),
      onOk: () => publish.mutateAsync({ revision, note }).then(({ version }) => void message.success(t('scoring.publish.done', { version })), failed),
    });
  return (
    <div className="lw-publish">
      <Input value={note} maxLength={500} placeholder={t('scoring.publish.note')} aria-label={t('scoring.publish.note')} onChange={(event) => setNote(event.target.value)} />
      <Button type={simulated ? 'primary' : 'default'} onClick={ask}>{t('scoring.publish.do')}</Button>
    </div>
  );
}
