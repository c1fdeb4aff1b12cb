import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { withQuery } from '../common/api/query';
import type { Stage } from '../common/model';
import { PeriodPicker } from '../common/templates/list/PeriodPicker';
import { PageHead } from '../common/templates/PageHead';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { useDrill } from '../reports/drill';
import { DrillDrawer } from '../reports/DrillDrawer';
import type { ChannelRow } from '../reports/model';
import { ProblemNotice } from '../reports/ProblemNotice';
import { FirstSteps } from './FirstSteps';
import { FunnelBars } from './FunnelBars';
import { Kpis } from './Kpis';
import { SourceShare } from './SourceShare';
import { TopTable } from './TopTable';
import { Trend } from './Trend';
import { useCockpit } from './useCockpit';
import { useCockpitPeriod } from './useCockpitPeriod';

/** Revenue, where it came from, what it cost and what is wrong: on one page, every figure open to its people. */
export function Cockpit() {
  const { t } = useTranslation();
  const { period, setPeriod } = useCockpitPeriod();
  const report = useCockpit(period);
  const { drill, open, close } = useDrill();
  const data = report.data;

  const asked = { ...period, basis: 'period' };
  const drillAll = (stage: Stage, figure: number) =>
    open({ title: t(`common.stage.${stage}`), figure, query: { ...asked, by: 'none', row: '*', stage } });
  const drillTop = (by: 'channel' | 'campaign') => (row: ChannelRow, stage: Stage, figure: number) =>
    open({ title: `${row.label} · ${t(`common.stage.${stage}`)}`, figure, query: { ...asked, by, row: row.key, stage } });

  const head = (
    <PageHead
      title={t('cockpit.title')}
      hint={t('cockpit.hint')}
      actions={<PeriodPicker value={period} onChange={setPeriod} />}
    />
  );

  if (!data)
    return (
      <section className="lw-page">
        {head}
        {report.isError ? <ErrorState error={report.error} onRetry={() => void report.refetch()} /> : <LoadingState rows={14} />}
      </section>
    );
  if (data.empty)
    return (
      <section className="lw-page">
        <PageHead title={t('cockpit.title')} />
        <FirstSteps />
      </section>
    );

  const quiet = data.leads === 0 && data.won === 0 && data.spendFen === 0;
  return (
    <section className="lw-page">
      {head}
      {quiet && (
        <Alert
          type="info"
          showIcon
          title={t('cockpit.quiet')}
          action={<Button size="small" onClick={() => setPeriod({})}>{t('cockpit.showAll')}</Button>}
        />
      )}
      <ProblemNotice
        problems={data.problems}
        onOpen={(problem) => open({ title: problem.message, figure: problem.count, query: { problem: problem.code } })}
        action={<Link to="/reports/problems">{t('cockpit.all')}</Link>}
      />
      <div className={report.isPlaceholderData ? 'lw-cockpit lw-stale' : 'lw-cockpit'}>
        <Kpis report={data} period={period} onDrill={drillAll} />
        <div className="lw-panel">
          <RecordSection title={t('cockpit.funnelTitle')}>
            <FunnelBars counts={data.funnel.counts} onDrill={drillAll} />
          </RecordSection>
        </div>
        <div className="lw-panel">
          <RecordSection title={t('cockpit.shareTitle')}>
            {data.sourceShare.length === 0 ? (
              <p className="lw-muted">{t('cockpit.nothing')}</p>
            ) : (
              <SourceShare
                share={data.sourceShare}
                onDrill={(sourceClass, label, figure) =>
                  open({
                    title: `${label} · ${t('common.stage.won')}`,
                    figure,
                    query: { ...asked, by: 'sourceClass', row: sourceClass ?? 'none', stage: 'won' },
                  })
                }
              />
            )}
          </RecordSection>
        </div>
        <div className="lw-panel lw-cockpit-wide">
          <Trend
            months={data.months}
            onDrill={(month, stage, figure) =>
              open({
                title: `${month} · ${t(`common.stage.${stage}`)}`,
                figure,
                query: { ...asked, by: 'month', row: month, stage },
              })
            }
          />
        </div>
        <div className="lw-panel">
          <TopTable
            title={t('cockpit.topChannels')}
            rows={data.channels}
            to={withQuery('/reports/channels', { ...period, by: 'channel' })}
            onDrill={drillTop('channel')}
          />
        </div>
        <div className="lw-panel">
          <TopTable
            title={t('cockpit.topCampaigns')}
            rows={data.campaigns}
            to={withQuery('/reports/channels', { ...period, by: 'campaign' })}
            onDrill={drillTop('campaign')}
          />
        </div>
      </div>
      <DrillDrawer drill={drill} onClose={close} />
    </section>
  );
}
