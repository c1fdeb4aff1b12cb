import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from './model';

interface ListTableProps<T> {
  columns: ListColumn<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  activeIndex: number;
  onOpen: ((row: T) => void) | undefined;
  selectedIds: string[] | undefined;
  onSelect: (rows: T[]) => void;
  refreshing: boolean;
}

/** A dense table that scrolls inside itself, never the page sideways. */
export function ListTable<T extends object>(props: ListTableProps<T>) {
  const { columns, rows, rowKey, sort, onSort, activeIndex, onOpen, selectedIds, onSelect, refreshing } = props;
  const { t } = useTranslation();
  const field = sort?.replace(/^-/, '');
  return (
    <Table<T>
      size="small"
      className={refreshing ? 'lw-table lw-stale' : 'lw-table'}
      dataSource={rows}
      rowKey={rowKey}
      pagination={false}
      scroll={{ x: 'max-content' }}
      sticky={{ offsetHeader: 0 }}
      showSorterTooltip={false}
      {...(selectedIds
        ? {
            rowSelection: {
              selectedRowKeys: selectedIds,
              onChange: (_keys, chosen) => onSelect(chosen),
              preserveSelectedRowKeys: true,
              columnWidth: 36,
              fixed: true,
              getCheckboxProps: (row) => ({ 'aria-label': t('common.select.row', { key: rowKey(row) }) }),
            },
          }
        : {})}
      onRow={(row, index) => ({
        className: [index === activeIndex ? 'lw-row-active' : '', onOpen ? 'lw-row-open' : ''].join(' '),
        'data-row': index,
        onClick: (event) => {
          // A link or button inside the row does its own work.
          if ((event.target as HTMLElement).closest('a,button,input,label')) return;
          onOpen?.(row);
        },
      })}
      onChange={(_page, _filters, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        const name = columns.find((column) => column.key === one?.columnKey)?.sort;
        onSort(one?.order && name ? (one.order === 'descend' ? `-${name}` : name) : undefined);
      }}
      columns={columns.map((column) => ({
        key: column.key,
        title: column.unit ? (
          <>
            {column.title} <span className="lw-unit">({column.unit})</span>
          </>
        ) : (
          column.title
        ),
        render: (_value: unknown, row: T) => column.render(row),
        align: column.align ?? 'left',
        className: column.align === 'right' ? 'lw-num' : '',
        ...(column.width ? { width: column.width } : {}),
        ...(column.pinned ? { fixed: 'left' as const } : {}),
        ...(column.sort
          ? {
              sorter: true,
              sortDirections: column.sortUp ? ['ascend' as const, 'descend' as const] : ['descend' as const, 'ascend' as const],
              sortOrder: column.sort === field ? (sort?.startsWith('-') ? 'descend' as const : 'ascend' as const) : null,
            }
          : {}),
      }))}
    />
  );
}
