import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from './model';

interface SortSelectProps<T> {
  columns: ListColumn<T>[];
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
}

/** The orders of a list where there are no column heads to click, on a phone. */
export function SortSelect<T>({ columns, sort, onSort }: SortSelectProps<T>) {
  const { t } = useTranslation();
  const options = columns.flatMap((column) => {
    if (!column.sort) return [];
    const down = { value: `-${column.sort}`, label: t('common.list.down', { field: column.title }) };
    const up = { value: column.sort, label: t('common.list.up', { field: column.title }) };
    return column.sortUp ? [up, down] : [down, up];
  });
  if (options.length === 0) return null;
  return (
    <Select
      aria-label={t('common.list.sort')}
      value={sort ?? ''}
      onChange={(next) => onSort(next || undefined)}
      options={[{ value: '', label: t('common.list.sortUsual') }, ...options]}
      popupMatchSelectWidth={false}
      className="lw-filter"
    />
  );
}
