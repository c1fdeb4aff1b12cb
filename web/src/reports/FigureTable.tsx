import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TOTAL } from './question';

interface FigureTableProps<T> {
  rows: T[];
  total: T;
  columns: TableColumnsType<T>;
}

/** Rows of figures; the total is one more line drawn by the same columns, so it can be opened like any other. */
export function FigureTable<T extends { key: string; label: string }>({ rows, total, columns }: FigureTableProps<T>) {
  const { t } = useTranslation();
  const last: T = { ...total, key: TOTAL, label: t('common.total') };
  const leaves = columns.flatMap((column) => ('children' in column ? column.children : [column]));
  return (
    <Table<T>
      size="small"
      className="lw-table lw-report-table"
      rowKey="key"
      dataSource={rows}
      pagination={rows.length > 100 ? { pageSize: 100, showSizeChanger: false, size: 'small' } : false}
      scroll={{ x: 'max-content' }}
      showSorterTooltip={false}
      columns={columns}
      summary={() => (
        <Table.Summary.Row className="lw-total">
          {leaves.map((column, index) => (
            <Table.Summary.Cell key={String(column.key)} index={index} align={index === 0 ? 'left' : 'right'}>
              <span className="lw-num">{column.render?.(undefined, last, 0) as ReactNode}</span>
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      )}
    />
  );
}
