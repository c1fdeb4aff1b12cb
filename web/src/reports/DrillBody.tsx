import { CheckCircleOutlined, WarningOutlined } from '../common/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../common/api/useList';
import { formatNumber } from '../common/format/numbers';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { type Drill, DRILL_PATHS } from './drill';

interface DrillBodyProps<T> {
  drill: Drill;
  /** What to say where nothing stands behind the figure. */
  empty: string;
  children: (rows: T[]) => ReactNode;
}

/** The records behind a figure, page by page, and whether there are as many of them as the figure says. */
export function DrillBody<T>({ drill, empty, children }: DrillBodyProps<T>) {
  const { t } = useTranslation();
  const list = useList<T>(DRILL_PATHS[drill.of ?? 'leads'], drill.query, true);
  const equal = !list.totalCapped && list.total === drill.figure;

  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <LoadingState />;
  if (list.rows.length === 0) return <EmptyState title={empty} />;
  return (
    <>
      <p className={equal ? 'lw-drill-check lw-muted' : 'lw-drill-check lw-warning'} role="status">
        {equal ? <CheckCircleOutlined /> : <WarningOutlined />}{' '}
        {equal
          ? t('reports.drill.equal', { total: formatNumber(list.total) })
          : t('reports.drill.unequal', { total: formatNumber(list.total), figure: formatNumber(drill.figure) })}
      </p>
      {children(list.rows)}
      {list.hasNextPage && (
        <div className="lw-list-foot">
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common.list.more')}
          </Button>
        </div>
      )}
    </>
  );
}
