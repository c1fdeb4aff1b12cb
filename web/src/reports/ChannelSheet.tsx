import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { channelPath, useChannels } from '../campaigns/channels';
import { usePreferences } from '../common/preferences';
import { ReportPage } from '../common/templates/ReportPage';
import { useUrlFilters } from '../common/urlFilters';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import { BasisSwitch } from './BasisSwitch';
import { BySelect } from './BySelect';
import { useDrill } from './drill';
import { DrillDrawer } from './DrillDrawer';
import { FigureTable } from './FigureTable';
import { BASES, CHANNEL_DIMENSIONS, type ChannelReport, type ChannelRow } from './model';
import { chosen, drillOf, questionOf, TOTAL } from './question';
import './reports.css';
import { largestOf, sheetOption } from './sheetChart';
import { useEmptyReport } from './useEmptyReport';
import { useReport } from './useReport';
import { useReportFilters } from './useReportFilters';
import { useSheetColumns } from './useSheetColumns';

/** Which channel is worth its money. */
export function ChannelSheet() {
  const { t } = useTranslation();
  const can = useCan();
  const narrow = useNarrow();
  const { moneyUnit } = usePreferences();
  const { filters, setFilters } = useUrlFilters();
  const defs = useReportFilters();
  const channels = useChannels().data ?? [];
  const { drill, open, close } = useDrill();
  const empty = useEmptyReport();

  const by = chosen(filters.by, CHANNEL_DIMENSIONS, 'channel');
  const basis = chosen(filters.basis, BASES, 'period');
  const question = questionOf(filters, { by, basis });
  const { data: report, ...state } = useReport<ChannelReport>('/reports/channels', question);

  // A channel inside another carries the whole way: "百度" alone may exist twice.
  const labelOf = (row: ChannelRow) => (by === 'channel' ? (channelPath(channels, row.key) ?? row.label) : row.label);
  const columns = useSheetColumns({
    by, question, labelOf,
    onOpen: (row, figureOf, figureLabel, figure) =>
      open(drillOf({ question, row: row.key, rowLabel: labelOf(row), figureOf, figureLabel, figure })),
  });
  const option = useMemo(() => sheetOption(report?.rows ?? [], t, moneyUnit, narrow), [report, t, moneyUnit, narrow]);
  const lines = largestOf(report?.rows ?? []).length;

  return (
    <ReportPage
      question={t('reports.sheet.question')}
      hint={t(`reports.sheet.basisHint.${basis}`)}
      filters={defs}
      controls={
        <>
          <BySelect value={by} offered={CHANNEL_DIMENSIONS} onChange={(next) => setFilters({ by: next })} />
          <BasisSwitch value={basis} onChange={(next) => setFilters({ basis: next })} />
        </>
      }
      {...state}
      chart={
        lines > 0
          ? { option, label: t('reports.sheet.chart', { unit: t(`common.unit.${moneyUnit}`) }), height: 70 + lines * (narrow ? 30 : 34) }
          : null
      }
      notice={
        report && report.total.spendFen === null && (
          <Alert type="info" showIcon title={t('reports.sheet.noSpend')} className="lw-report-notice" />
        )
      }
      table={
        report && (
          <>
            <FigureTable<ChannelRow> rows={report.rows} total={{ ...report.total, key: TOTAL, label: '' }} columns={columns} />
            <p className="lw-report-legend lw-muted">{t('reports.sheet.legend')}</p>
          </>
        )
      }
      {...(can('reports.export') ? { exporting: { path: '/reports/channels/export', query: question, name: t('reports.sheet.name') } } : {})}
      name={t('reports.sheet.name')}
      empty={report && report.rows.length === 0 ? empty : null}
    >
      <DrillDrawer drill={drill} onClose={close} />
    </ReportPage>
  );
}
