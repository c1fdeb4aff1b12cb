import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FRAMES } from '../common/model';
import type { SelectFilter } from '../common/templates/list/model';
import { ReportPage } from '../common/templates/ReportPage';
import { useUrlFilters } from '../common/urlFilters';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import { barHeight, barOption, most } from './barChart';
import { BySelect } from './BySelect';
import { useDrill } from './drill';
import { DrillDrawer } from './DrillDrawer';
import { FigureTable } from './FigureTable';
import { SCENES, TOUCH_CUTS, type TouchReport, type TouchRow } from './model';
import { chosen, TOTAL } from './question';
import './reports.css';
import { TOUCH_FILTERS, touchDrill, touchQuestion } from './touches';
import { useEmptyReport } from './useEmptyReport';
import { useReport } from './useReport';
import { useReportFilters } from './useReportFilters';
import { useTouchColumns } from './useTouchColumns';

/** Which marketing actions reached whom, by which channel, and what they had a part in. */
export function Touches() {
  const { t } = useTranslation();
  const can = useCan();
  const narrow = useNarrow();
  const { filters, setFilters } = useUrlFilters();
  const usual = useReportFilters();
  const { drill, open, close } = useDrill();
  const empty = useEmptyReport(TOUCH_FILTERS);

  const by = chosen(filters.by, TOUCH_CUTS, 'scene');
  const question = touchQuestion(filters, by);
  const { data: report, ...state } = useReport<TouchReport>('/reports/touches', question);

  const scene: SelectFilter = {
    kind: 'select', key: 'scene', label: t('reports.by.scene'),
    options: SCENES.map((value) => ({ value, label: t(value === 'unknown' ? 'common.unknown' : `leads.scene.${value}`) })),
  };
  const frame: SelectFilter = {
    kind: 'select', key: 'frame', label: t('reports.by.frame'),
    options: [{ value: 'none', label: t('common.filter.none') }, ...FRAMES.map((value) => ({ value, label: t(`common.frame.${value}`) }))],
  };
  // While another cut is asked for, the rows of the one before are still there, with keys of their own.
  const shownBy = chosen(report?.by, TOUCH_CUTS, by);
  const columns = useTouchColumns({
    by: shownBy,
    onOpen: (row, figure, label, value) => open(touchDrill(touchQuestion(filters, shownBy), row.key, figure, `${row.label} · ${label}`, value)),
    onBelow: setFilters,
  });
  const shown = useMemo(() => most(report?.rows ?? [], (row) => row.touches), [report]);
  const option = useMemo(
    () =>
      barOption(
        {
          labels: shown.map((row) => row.label),
          series: [
            { name: t('reports.touches.touch'), values: shown.map((row) => row.touches) },
            { name: t('reports.touches.person'), values: shown.map((row) => row.people) },
          ],
          note: report && shown.length < report.rows.length ? t('reports.touches.largest', { shown: shown.length, total: report.rows.length }) : undefined,
        },
        narrow,
      ),
    [shown, report, t, narrow],
  );

  const [period, ...rest] = usual;
  return (
    <ReportPage
      question={t('reports.touches.question')}
      hint={t('reports.touches.hint')}
      filters={period ? [period, scene, frame, ...rest] : [scene, frame]}
      controls={<BySelect value={by} offered={TOUCH_CUTS} onChange={(next) => setFilters({ by: next })} />}
      {...state}
      chart={shown.length > 0 ? { option, label: t('reports.touches.chart'), height: barHeight(shown.length, narrow) } : null}
      table={
        report && (
          <>
            <FigureTable<TouchRow> rows={report.rows} total={{ ...report.total, key: TOTAL }} columns={columns} />
            <p className="lw-report-legend lw-muted">{t('reports.touches.legend')}</p>
          </>
        )
      }
      {...(can('reports.export') ? { exporting: { path: '/reports/touches/export', query: question, name: t('reports.touches.name') } } : {})}
      name={t('reports.touches.name')}
      empty={report && report.rows.length === 0 ? empty : null}
    >
      <DrillDrawer drill={drill} onClose={close} />
    </ReportPage>
  );
}
