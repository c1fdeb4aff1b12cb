import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FUNNEL_STAGES, type FunnelStage } from '../common/model';
import { ReportPage } from '../common/templates/ReportPage';
import { useUrlFilters } from '../common/urlFilters';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import { BasisSwitch } from './BasisSwitch';
import { BySelect } from './BySelect';
import { useDrill } from './drill';
import { DrillDrawer } from './DrillDrawer';
import { countedStages, funnelOption, monthOption, monthsOf } from './funnelChart';
import { FunnelTable } from './FunnelTable';
import { BASES, FUNNEL_DIMENSIONS, type FunnelReport } from './model';
import { ProblemNotice } from './ProblemNotice';
import { chosen, drillOf, problemDrill, questionOf, TOTAL } from './question';
import './reports.css';
import { useEmptyReport } from './useEmptyReport';
import { useProblemTitle } from './useProblemTitle';
import { useReport } from './useReport';
import { useReportFilters } from './useReportFilters';

/** How many came, how many reached each stage, and where they stop. */
export function Funnel() {
  const { t } = useTranslation();
  const can = useCan();
  const narrow = useNarrow();
  const { filters, setFilters } = useUrlFilters();
  const defs = useReportFilters();
  const { drill, open, close } = useDrill();
  const empty = useEmptyReport();
  const titleOf = useProblemTitle();

  const by = chosen(filters.by, FUNNEL_DIMENSIONS, 'channel');
  const basis = chosen(filters.basis, BASES, 'cohort');
  const question = questionOf(filters, { by, basis });
  const { data: report, ...state } = useReport<FunnelReport>('/reports/funnel', question);
  const byMonth = report?.by === 'month';

  const option = useMemo(
    () => (report ? (byMonth ? monthOption(report.rows, t, narrow) : funnelOption(report.total.counts, t, narrow)) : {}),
    [report, byMonth, t, narrow],
  );
  const openCell = (row: string, rowLabel: string, stage: FunnelStage, figure: number, implied = false) => {
    const word = t(`common.stage.${stage}`);
    const figureLabel = implied ? `${word} · ${t('reports.funnel.impliedOnly')}` : word;
    open(drillOf({ question, row, rowLabel, figureOf: stage, figureLabel, figure, implied }));
  };
  const pick = ({ dataIndex, seriesName }: { dataIndex: number; seriesName?: string }) => {
    if (!report) return;
    if (!byMonth) {
      const stage = FUNNEL_STAGES[dataIndex];
      if (stage) openCell(TOTAL, t('common.total'), stage, report.total.counts[stage] ?? 0);
      return;
    }
    const row = monthsOf(report.rows)[dataIndex];
    const stage = countedStages(narrow).find((one) => t(`common.stage.${one}`) === seriesName);
    if (row && stage) openCell(row.key, row.label, stage, row.counts[stage] ?? 0);
  };
  const label = byMonth ? t('reports.funnel.trend') : t('reports.funnel.chart');

  return (
    <ReportPage
      question={t('reports.funnel.question')}
      hint={t(`reports.basisHint.${basis}`)}
      filters={defs}
      controls={
        <>
          <BySelect value={by} offered={FUNNEL_DIMENSIONS} onChange={(next) => setFilters({ by: next })} />
          <BasisSwitch value={basis} onChange={(next) => setFilters({ basis: next })} />
        </>
      }
      {...state}
      chart={report ? { option, label, height: byMonth ? 320 : narrow ? 230 : 260, onPick: pick } : null}
      notice={report && <ProblemNotice problems={report.problems} onOpen={(problem) => open(problemDrill(question, { ...problem, message: titleOf(problem) }))} />}
      table={
        report && (
          <>
            <FunnelTable report={report} onOpen={openCell} />
            <p className="lw-report-legend lw-muted">{t('reports.funnel.legend')}</p>
          </>
        )
      }
      {...(can('reports.export') ? { exporting: { path: '/reports/funnel/export', query: question, name: t('reports.funnel.name') } } : {})}
      name={t('reports.funnel.name')}
      empty={report && (report.total.counts.lead ?? 0) === 0 && report.rows.length === 0 ? empty : null}
    >
      <DrillDrawer drill={drill} onClose={close} />
    </ReportPage>
  );
}
