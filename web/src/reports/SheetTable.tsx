import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ChannelReport, ChannelRow } from './model';
import { TOTAL } from './question';
import type { useSheetColumns } from './useSheetColumns';

interface SheetTableProps {
  report: ChannelReport;
  columns: ReturnType<typeof useSheetColumns>;
}

/** The sheet; its total is one more line drawn by the same columns, so it can be opened like any other. */
export function SheetTable({ report, columns }: SheetTableProps) {
  const { t } = useTranslation();
  const total: ChannelRow = { ...report.total, key: TOTAL, label: t('common.total') };
  const leaves = columns.flatMap((column) => ('children' in column ? column.children : [column]));
  return (
    <Table<ChannelRow>
      size="small"
      className="lw-table lw-report-table"
      rowKey="key"
      dataSource={report.rows}
      pagination={report.rows.length > 100 ? { pageSize: 100, showSizeChanger: false, size: 'small' } : false}
      scroll={{ x: 'max-content' }}
      showSorterTooltip={false}
      columns={columns}
      summary={() => (
        <Table.Summary.Row className="lw-total">
          {leaves.map((column, index) => (
            <Table.Summary.Cell key={String(column.key)} index={index} align={index === 0 ? 'left' : 'right'}>
              <span className="lw-num">{column.render?.(undefined, total, 0) as React.ReactNode}</span>
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      )}
    />
  );
}
