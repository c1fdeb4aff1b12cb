import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../common/format/time';
import { Money } from '../common/Money';
import { Parts } from '../common/Parts';
import { usePreferences } from '../common/preferences';
import { StageTag } from '../common/StageTag';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { useNarrow } from '../common/useNarrow';
import { LeadName } from '../leads/LeadName';
import type { LeadRow } from '../leads/model';

/** Leads behind a figure. */
export function DrillLeads({ rows }: { rows: LeadRow[] }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { moneyUnit } = usePreferences();
  const nameOf = (row: LeadRow) => <Link to={`/leads?open=${row.id}`}><LeadName lead={row} /></Link>;
  if (narrow)
    return (
      <ListCards
        rows={rows}
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
    );
  return (
    <Table<LeadRow>
      size="small"
      className="lw-table"
      rowKey="id"
      dataSource={rows}
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
  );
}
