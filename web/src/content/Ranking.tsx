import { ArrowLeftOutlined } from '../common/icons';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ReportPage } from '../common/templates/ReportPage';
import { useUrlFilters } from '../common/urlFilters';
import { useNarrow } from '../common/useNarrow';
import { barHeight, barOption, most } from '../reports/barChart';
import { BasisSwitch } from '../reports/BasisSwitch';
import { useDrill } from '../reports/drill';
import { DrillDrawer } from '../reports/DrillDrawer';
import { FigureTable } from '../reports/FigureTable';
import { BASES } from '../reports/model';
import { chosen, drillOf, TOTAL } from '../reports/question';
import '../reports/reports.css';
import { useReport } from '../reports/useReport';
import { useCan } from '../workspace/session';
import { RANKING_CUTS, type RankingCut, type RankingReport, type RankingRow } from './ranking';
import { useRankingColumns } from './useRankingColumns';

/** Contents, their authors, their departments: how they were read beside what they brought. */
export function Ranking() {
  const { t } = useTranslation();
  const can = useCan();
  const narrow = useNarrow();
  const usual = useUsualFilters();
  const { filters, setFilters } = useUrlFilters();
  const { drill, open, close } = useDrill();

  const by = chosen(filters.by, RANKING_CUTS, 'item');
  const basis = chosen(filters.basis, BASES, 'cohort');
  const question = { by, basis, ...(filters.from ? { from: filters.from } : {}), ...(filters.to ? { to: filters.to } : {}) };
  const { data: report, ...state } = useReport<RankingReport>('/reports/content', question);

  const columns = useRankingColumns({
    by,
    onOpen: (row, figureOf, figureLabel, figure) =>
      open(drillOf({ question, row: row.key, rowLabel: row.label, figureOf, figureLabel, figure })),
  });
  const shown = useMemo(() => most((report?.rows ?? []).filter((row) => row.key !== 'none'), (row) => row.counts.lead ?? 0), [report]);
  const option = useMemo(
    () =>
      barOption(
        {
          labels: shown.map((row) => row.label),
          series: (['lead', 'mql', 'won'] as const).map((stage) => ({ name: t(`common.stage.${stage}`), values: shown.map((row) => row.counts[stage] ?? 0) })),
          note: report && shown.length < report.rows.length ? t('content.ranking.largest', { shown: shown.length, total: report.rows.length }) : undefined,
        },
        narrow,
      ),
    [shown, report, t, narrow],
  );

  return (
    <ReportPage
      question={t('content.ranking.question')}
      hint={<><Link to="/content"><ArrowLeftOutlined /> {t('content.ranking.back')}</Link> · {t('content.ranking.hint')} {t(`reports.basisHint.${basis}`)}</>}
      filters={[usual.period()]}
      controls={
        <>
          <Segmented<RankingCut>
            value={by}
            onChange={(next) => setFilters({ by: next })}
            options={RANKING_CUTS.map((value) => ({ value, label: t(`content.ranking.by.${value}`) }))}
          />
          <BasisSwitch value={basis} onChange={(next) => setFilters({ basis: next })} />
        </>
      }
      {...state}
      chart={shown.length > 0 ? { option, label: t('content.ranking.chart'), height: barHeight(shown.length, narrow) } : null}
      table={
        report && (
          <>
            <FigureTable<RankingRow> rows={report.rows} total={{ ...report.total, key: TOTAL }} columns={columns} />
            <p className="lw-report-legend lw-muted">{t('content.ranking.legend')}</p>
          </>
        )
      }
      {...(can('reports.export') ? { exporting: { path: '/reports/content/export', query: question, name: t('content.ranking.title') } } : {})}
      name={t('content.ranking.title')}
      empty={report && report.rows.length === 0 ? { title: t('content.ranking.emptyTitle'), hint: t('content.ranking.emptyHint') } : null}
    >
      <DrillDrawer drill={drill} onClose={close} />
    </ReportPage>
  );
}
