import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDays, formatNumber } from '../common/format/numbers';
import { useNarrow } from '../common/useNarrow';
import type { DurationStep } from './model';
import { byFigure } from './rates';

export interface DurationLine {
  key: string;
  label: string;
  step: DurationStep | undefined;
}

interface DurationTableProps {
  head: string;
  lines: DurationLine[];
  /** The same figures over all rows. */
  total?: DurationLine;
}

/** How many were measured and how long they took. */
export function DurationTable({ head, lines, total }: DurationTableProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const days = t('reports.duration.unit');
  const negative = (step: DurationStep | undefined) =>
    step && step.negative > 0 ? (
      <Link to="/reports/problems" className="lw-warning" title={t('reports.duration.negativeHint')}>{formatNumber(step.negative)}</Link>
    ) : (
      formatNumber(step?.negative ?? 0)
    );
  const figures = [
    { key: 'n', title: t('reports.duration.n'), figure: (step?: DurationStep) => step?.n, show: (step?: DurationStep) => formatNumber(step?.n ?? 0) },
    { key: 'median', title: t('reports.duration.median'), unit: days, figure: (step?: DurationStep) => step?.medianDays, show: (step?: DurationStep) => formatDays(step?.medianDays) },
    { key: 'p90', title: 'P90', unit: days, figure: (step?: DurationStep) => step?.p90Days, show: (step?: DurationStep) => formatDays(step?.p90Days) },
    { key: 'mean', title: t('reports.duration.mean'), unit: days, figure: (step?: DurationStep) => step?.meanDays, show: (step?: DurationStep) => formatDays(step?.meanDays) },
    { key: 'negative', title: t('reports.duration.negative'), figure: (step?: DurationStep) => step?.negative, show: negative },
  ];
  return (
    <Table<DurationLine>
      size="small"
      className="lw-table lw-report-table"
      rowKey="key"
      dataSource={lines}
      pagination={lines.length > 100 ? { pageSize: 100, showSizeChanger: false, size: 'small' } : false}
      scroll={{ x: 'max-content' }}
      showSorterTooltip={false}
      columns={[
        { key: 'label', title: head, fixed: 'left', width: narrow ? 104 : 240, render: (_value, line) => <span className="lw-row-label" title={line.label}>{line.label}</span> },
        ...figures.map(({ key, title, unit, figure, show }) => ({
          key, align: 'right' as const, className: 'lw-num',
          title: unit ? <>{title} <span className="lw-unit">({unit})</span></> : title,
          sorter: byFigure<DurationLine>((line) => figure(line.step)), sortDirections: ['descend' as const, 'ascend' as const],
          render: (_value: unknown, line: DurationLine) => show(line.step),
        })),
      ]}
      {...(total
        ? {
            summary: () => (
              <Table.Summary.Row className="lw-total">
                <Table.Summary.Cell index={0}>{total.label}</Table.Summary.Cell>
                {figures.map(({ key, show }, index) => (
                  <Table.Summary.Cell key={key} index={index + 1} align="right"><span className="lw-num">{show(total.step)}</span></Table.Summary.Cell>
                ))}
              </Table.Summary.Row>
            ),
          }
        : {})}
    />
  );
}
