import { PictureOutlined, PrinterOutlined } from '../icons';
import { Button, Tooltip } from 'antd';
import type { EChartsOption } from 'echarts';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/query';
import { Chart, type ChartClick, type ChartHandle } from '../charts/Chart';
import { useUrlFilters } from '../urlFilters';
import { useNarrow } from '../useNarrow';
import { ExportButton } from './ExportButton';
import { FilterBar } from './list/FilterBar';
import type { FilterDef } from './list/model';
import { PageHead } from './PageHead';
import { EmptyState, ErrorState, LoadingState } from './PageState';

export interface ReportPageProps {
  /** The title is the question the page answers. */
  question: ReactNode;
  hint?: ReactNode;
  filters: FilterDef[];
  /** Dimension, basis and other choices that are no filters. */
  controls?: ReactNode;
  loading: boolean;
  /** Old figures are still shown while the new ones are on their way. */
  refreshing?: boolean;
  error?: Error | null;
  onRetry?: () => void;
  chart?: { option: EChartsOption; label: string; height?: number; onPick?: (click: ChartClick) => void } | null;
  /** Warnings that belong to the figures. */
  notice?: ReactNode;
  table: ReactNode;
  /** Present for those who may export; also names the PNG. */
  exporting?: { path: string; query: Query; name: string };
  name: string;
  empty?: { title: string; hint?: ReactNode; action?: ReactNode } | null;
  /** The drill-down drawer. */
  children?: ReactNode;
}

/** The report template: question, period and filters, one main chart, the table under it, drill-down, export, PNG, print. */
export function ReportPage(props: ReportPageProps) {
  const { question, hint, filters: defs, controls, loading, refreshing, error, onRetry, chart, table, exporting, empty } = props;
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { filters, setFilters } = useUrlFilters();
  const picture = useRef<ChartHandle>(null);

  let body: ReactNode;
  if (error) body = <ErrorState error={error} {...(onRetry ? { onRetry } : {})} />;
  else if (loading) body = <LoadingState rows={10} />;
  else if (empty) body = <EmptyState {...empty} />;
  else
    body = (
      <div className={refreshing ? 'lw-stale' : ''}>
        {props.notice}
        {chart && (
          <div className="lw-panel">
            <Chart
              ref={picture}
              option={chart.option}
              label={chart.label}
              height={chart.height ?? (narrow ? 240 : 320)}
              {...(chart.onPick ? { onPick: chart.onPick } : {})}
            />
          </div>
        )}
        <div className="lw-panel lw-panel-list">{table}</div>
      </div>
    );

  return (
    <section className="lw-page">
      <PageHead
        title={question}
        hint={hint}
        actions={
          <span className="lw-actions lw-no-print">
            {exporting && <ExportButton {...exporting} disabled={loading || Boolean(error)} />}
            {chart && (
              <Tooltip title={t('common.report.png')}>
                <Button
                  icon={<PictureOutlined />}
                  aria-label={t('common.report.png')}
                  onClick={() => picture.current?.savePng(props.name)}
                />
              </Tooltip>
            )}
            <Tooltip title={t('common.report.print')}>
              <Button icon={<PrinterOutlined />} aria-label={t('common.report.print')} onClick={() => window.print()} />
            </Tooltip>
          </span>
        }
      />
      <div className="lw-toolbar lw-no-print">
        <FilterBar defs={defs} filters={filters} onChange={setFilters} />
        {controls && <div className="lw-actions">{controls}</div>}
      </div>
      {body}
      {props.children}
    </section>
  );
}
