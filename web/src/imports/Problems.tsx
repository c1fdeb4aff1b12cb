import { Button, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList } from '../common/api/useList';
import { formatNumber } from '../common/format/numbers';
import { ExportButton } from '../common/templates/ExportButton';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { useNarrow } from '../common/useNarrow';
import type { ImportProblem } from './model';

/** The rows that will not go in: row, column, value, and what to do about it. */
export function Problems({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const list = useList<ImportProblem>(`/imports/${id}/problems`, {});
  const key = (row: ImportProblem) => `${row.row}/${row.column ?? ''}/${row.message}`;

  let body;
  if (list.isError) body = <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  else if (list.isPending) body = <LoadingState rows={4} />;
  else
    body = (
      <>
        {narrow ? (
          <ListCards
            rows={list.rows}
            rowKey={key}
            onOpen={undefined}
            card={(row) => (
              <ListCard
                title={t('imports.problem.row', { row: row.row })}
                mark={<span className="lw-muted">{row.remark ? t('imports.problem.remark') : row.column}</span>}
                lines={[row.message, row.value && <code key="value">{row.value}</code>]}
              />
            )}
          />
        ) : (
          <Table<ImportProblem>
            size="small"
            className="lw-table"
            rowKey={key}
            dataSource={list.rows}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: t('imports.problem.rowNumber'), dataIndex: 'row', align: 'right', width: 80, className: 'lw-num' },
              { title: t('imports.problem.column'), dataIndex: 'column' },
              { title: t('imports.problem.value'), key: 'value', render: (_value, row) => (row.value ? <code className="lw-cut">{row.value}</code> : <span className="lw-muted">{t('imports.problem.blank')}</span>) },
              { title: t('imports.problem.message'), key: 'message', render: (_value, row) => <span className="lw-wrap">{row.remark && <Tag>{t('imports.problem.remark')}</Tag>}{row.message}</span> },
            ]}
          />
        )}
        <footer className="lw-list-foot">
          <span className="lw-muted">
            {t('imports.problem.shown', { shown: formatNumber(new Set(list.rows.map(({ row }) => row)).size), total: formatNumber(list.total) + (list.totalCapped ? '+' : '') })}
          </span>
          {list.hasNextPage && (
            <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('common.list.more')}
            </Button>
          )}
        </footer>
      </>
    );
  return (
    <RecordSection
      title={t('imports.problem.title')}
      extra={<ExportButton path={`/imports/${id}/problems/file`} query={{}} name={t('imports.problem.file', { name })} label={t('imports.problem.download')} />}
    >
      <div className="lw-panel lw-panel-list">{body}</div>
    </RecordSection>
  );
}
