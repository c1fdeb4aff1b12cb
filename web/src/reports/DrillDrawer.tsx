import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Drawer, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../common/api/useList';
import { formatNumber } from '../common/format/numbers';
import { formatDay } from '../common/format/time';
import { Money } from '../common/Money';
import { Parts } from '../common/Parts';
import { usePreferences } from '../common/preferences';
import { StageTag } from '../common/StageTag';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useNarrow } from '../common/useNarrow';
import { LeadName } from '../leads/LeadName';
import type { LeadRow } from '../leads/model';
import type { Drill } from './drill';

/** The people behind a figure, and whether there are as many of them as the figure says. */
export function DrillDrawer({ drill, onClose }: { drill: Drill | null; onClose: () => void }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { moneyUnit } = usePreferences();
  const list = useList<LeadRow>('/reports/leads', drill?.query ?? {}, drill !== null);
  const equal = drill !== null && !list.totalCapped && list.total === drill.figure;
  const nameOf = (row: LeadRow) => <Link to={`/leads?open=${row.id}`}><LeadName lead={row} /></Link>;

  let body = <LoadingState />;
  if (list.isError) body = <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  else if (!list.isPending && list.rows.length === 0) body = <EmptyState title={t('reports.drill.empty')} />;
  else if (!list.isPending)
    body = (
      <>
        <p className={equal ? 'lw-drill-check lw-muted' : 'lw-drill-check lw-warning'} role="status">
          {equal ? <CheckCircleOutlined /> : <WarningOutlined />}{' '}
          {equal
            ? t('reports.drill.equal', { total: formatNumber(list.total) })
            : t('reports.drill.unequal', { total: formatNumber(list.total), figure: formatNumber(drill?.figure) })}
        </p>
        {narrow ? (
          <ListCards
            rows={list.rows}
            rowKey={(row) => row.id}
            onOpen={undefined}
            card={(row) => (
              <ListCard
                title={nameOf(row)}
                mark={<StageTag stage={row.stage} />}
                lines={[row.company, <Parts key="from" of={[row.channel ?? t('common.unknown'), formatDay(row.firstContactAt)]} />]}
              />
            )}
          />
        ) : (
          <Table<LeadRow>
            size="small"
            className="lw-table"
            rowKey="id"
            dataSource={list.rows}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: t('reports.drill.name'), key: 'name', render: (_v, row) => nameOf(row), fixed: 'left' },
              { title: t('reports.drill.company'), dataIndex: 'company' },
              { title: t('reports.drill.stage'), key: 'stage', render: (_v, row) => <StageTag stage={row.stage} /> },
              { title: t('reports.drill.channel'), key: 'channel', render: (_v, row) => row.channel ?? t('common.unknown') },
              { title: t('reports.drill.owner'), key: 'owner', render: (_v, row) => <span className="lw-name">{row.owner}</span> },
              { title: t('reports.drill.firstContact'), key: 'first', render: (_v, row) => formatDay(row.firstContactAt) },
              {
                title: `${t('reports.drill.revenue')} (${t(`common.unit.${moneyUnit}`)})`,
                key: 'revenue',
                align: 'right',
                render: (_v, row) => <Money fen={row.revenueFen} />,
              },
            ]}
          />
        )}
        {list.hasNextPage && (
          <div className="lw-list-foot">
            <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('common.list.more')}
            </Button>
          </div>
        )}
      </>
    );

  return (
    <Drawer
      open={drill !== null}
      onClose={onClose}
      size={narrow ? '100%' : 'min(980px, 92vw)'}
      title={drill ? `${drill.title} · ${formatNumber(drill.figure)}` : ''}
      styles={{ body: { padding: narrow ? 12 : 20 } }}
      destroyOnHidden
    >
      {body}
    </Drawer>
  );
}
