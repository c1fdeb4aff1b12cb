import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatRate } from '../common/format/numbers';
import { Money } from '../common/Money';
import { FUNNEL_STAGES, type FunnelStage } from '../common/model';
import { usePreferences } from '../common/preferences';
import { useNarrow } from '../common/useNarrow';
import { FunnelCell } from './FunnelCell';
import type { FunnelFigures, FunnelReport, FunnelRow } from './model';
import { TOTAL } from './question';
import { byFigure, ratesOf } from './rates';

interface FunnelTableProps {
  report: FunnelReport;
  onOpen: (row: string, rowLabel: string, stage: FunnelStage, figure: number, implied: boolean) => void;
}

/** Counts with the rate from the stage before under each, the rate over all, the revenue; the total last. */
export function FunnelTable({ report, onOpen }: FunnelTableProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { moneyUnit } = usePreferences();
  const cells = (key: string, label: string, figures: FunnelFigures) =>
    ratesOf(figures.counts).map(({ stage, count, fromBefore }, index) => (
      <FunnelCell
        key={stage}
        count={count}
        implied={figures.implied[stage] ?? 0}
        fromBefore={fromBefore}
        first={index === 0}
        label={`${label} ${t(`common.stage.${stage}`)}`}
        onOpen={(implied) => onOpen(key, label, stage, implied ? (figures.implied[stage] ?? 0) : count, implied)}
      />
    ));
  const overall = (figures: FunnelFigures) => ratesOf(figures.counts).at(-1)?.fromLead ?? null;
  const rows = report.by === 'none' ? [] : report.rows;
  const total = t('common.total');

  return (
    <Table<FunnelRow>
      size="small"
      className="lw-table lw-report-table"
      rowKey="key"
      dataSource={rows}
      pagination={rows.length > 100 ? { pageSize: 100, showSizeChanger: false, size: 'small' } : false}
      scroll={{ x: 'max-content' }}
      showSorterTooltip={false}
      locale={{ emptyText: null }}
      columns={[
        {
          title: t(`reports.by.${report.by}`), key: 'label', fixed: 'left', width: narrow ? 96 : 200,
          render: (_value, row) => <span className="lw-row-label" title={row.label}>{row.label}</span>,
        },
        ...FUNNEL_STAGES.map((stage, index) => ({
          title: t(`common.stage.${stage}`), key: stage, align: 'right' as const, className: 'lw-num',
          sorter: byFigure<FunnelRow>((row) => row.counts[stage]),
          sortDirections: ['descend' as const, 'ascend' as const],
          render: (_value: unknown, row: FunnelRow) => cells(row.key, row.label, row)[index],
        })),
        {
          title: t('reports.funnel.overall'), key: 'overall', align: 'right', className: 'lw-num',
          sorter: byFigure<FunnelRow>(overall), sortDirections: ['descend', 'ascend'],
          render: (_value, row) => formatRate(overall(row)),
        },
        {
          title: <>{t('common.field.revenue')} <span className="lw-unit">({t(`common.unit.${moneyUnit}`)})</span></>,
          key: 'revenue', align: 'right', className: 'lw-num',
          sorter: byFigure<FunnelRow>((row) => row.revenueFen), sortDirections: ['descend', 'ascend'],
          render: (_value, row) => <Money fen={row.revenueFen} />,
        },
      ]}
      summary={() => (
        <Table.Summary.Row className="lw-total">
          <Table.Summary.Cell index={0}>{total}</Table.Summary.Cell>
          {cells(TOTAL, total, report.total).map((cell, index) => (
            <Table.Summary.Cell key={FUNNEL_STAGES[index]} index={index + 1} align="right">{cell}</Table.Summary.Cell>
          ))}
          <Table.Summary.Cell index={8} align="right"><span className="lw-num">{formatRate(overall(report.total))}</span></Table.Summary.Cell>
          <Table.Summary.Cell index={9} align="right"><Money fen={report.total.revenueFen} /></Table.Summary.Cell>
        </Table.Summary.Row>
      )}
    />
  );
}
